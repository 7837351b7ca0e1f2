"""The web app comes here: webhook, health, the beveiligd formulier, the pages for contactpersoon and beheerder."""
