// telegram-test-api as python-telegram-bot 22 expects a Bot API; prints its address on the first line.
//
// What the package lacks is answered here, before its own routes: `is_bot`, dates in seconds, `chat_instance`, edits
// that return the message, `offset` and long polls in getUpdates, the secret header and new attempts of a webhook, and a
// harmless "true" for methods about things that it does not show. Its storage and its client routes stay its own.
'use strict';

const express = require('express');
const TelegramServer = require('telegram-test-api');

const HARMLESS = [
  'answerCallbackQuery', 'deleteMyCommands', 'leaveChat', 'pinChatMessage', 'sendChatAction', 'setChatMenuButton',
  'setMyCommands', 'setMyDescription', 'setMyName', 'setMyShortDescription', 'unpinAllChatMessages', 'unpinChatMessage',
];
const RETRY_MS = 200;
const LOOK_MS = 20;
const KEEP_SECONDS = 24 * 3600;

const wait = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });
const seconds = (ms) => Math.floor(ms / 1000);
const parsed = (value) => (typeof value === 'string' && value ? JSON.parse(value) : value);

class Refused extends Error {
  constructor(code, description) {
    super(description);
    this.code = code;
  }
}

class Adapter extends TelegramServer {
  constructor() {
    super({ host: '127.0.0.1', storeTimeout: KEEP_SECONDS });
    this.config.port = 0; // the package would turn 0 into 9000
    this.busyChats = new Set();
    this.methods = {
      deleteMessage: (body) => this.removeOne(body),
      deleteWebhook: (_body, token) => { delete this.webhooks[token]; return true; },
      editMessageReplyMarkup: (body, token) => this.edit(body, token, false),
      editMessageText: (body, token) => this.edit(body, token, true),
      getMe: (_body, token) => this.me(token),
      getUpdates: (body, token) => this.poll(body, token),
      getWebhookInfo: (_body, token) => this.webhookInfo(token),
      sendMessage: (body, token) => this.send(body, token),
      setWebhook: (body, token) => this.hook(body, token),
      ...Object.fromEntries(HARMLESS.map((name) => [name, () => true])),
    };
    const inner = this.webServer;
    this.webServer = express();
    this.webServer.use(express.urlencoded({ extended: true }), express.json());
    this.webServer.all('/bot:token/:method', (req, res) => this.answer(req, res));
    this.webServer.use(inner);
  }

  async answer(req, res) {
    try {
      const method = this.methods[req.params.method];
      if (!method) throw new Refused(404, 'Not Found: method not found');
      res.json({ ok: true, result: await method({ ...req.query, ...req.body }, req.params.token) });
    } catch (error) {
      const code = error.code > 0 ? error.code : 500;
      res.status(code).json({ ok: false, error_code: code, description: error.message });
    }
  }

  me(token) {
    return { id: Number(token.split(':')[0]), is_bot: true, first_name: 'Wijkbrug', username: 'wijkbrug_emulator_bot' };
  }

  asMessage(stored) {
    const { message, botToken } = stored;
    const chat = Number(message.chat_id);
    return {
      message_id: stored.messageId,
      date: seconds(stored.time),
      from: this.me(botToken),
      chat: chat < 0 ? { id: chat, type: 'group', title: 'Groep' } : { id: chat, type: 'private', first_name: 'Mens' },
      text: message.text,
      ...(message.entities ? { entities: message.entities } : {}),
      ...(message.reply_markup && message.reply_markup.inline_keyboard ? { reply_markup: message.reply_markup } : {}),
      ...(stored.edited ? { edit_date: seconds(stored.edited) } : {}),
    };
  }

  send(body, token) {
    if (!body.text) throw new Refused(400, 'Bad Request: message text is empty');
    this.addBotMessage(body, token);
    return this.asMessage(this.storage.botMessages[this.storage.botMessages.length - 1]);
  }

  find(messages, body) {
    return messages.find((one) => !one.deleted && one.messageId === Number(body.message_id)
      && String(one.message.chat_id || one.message.chat.id) === String(body.chat_id));
  }

  edit(body, token, hasText) {
    const stored = this.find(this.storage.botMessages, body);
    if (!stored) throw new Refused(400, 'Bad Request: message to edit not found');
    const markup = parsed(body.reply_markup);
    const text = hasText ? { text: body.text, parse_mode: body.parse_mode } : {};
    const message = { ...stored.message, ...text, reply_markup: markup };
    if (JSON.stringify(message) === JSON.stringify({ ...stored.message, reply_markup: stored.message.reply_markup })) {
      throw new Refused(400, 'Bad Request: message is not modified');
    }
    stored.message = message;
    stored.edited = Date.now();
    this.emit(hasText ? 'EditedMessageText' : 'EditedMessageReplyMarkup');
    return this.asMessage(stored);
  }

  removeOne(body) {
    const typed = this.storage.userMessages.filter((one) => one.message);
    const stored = this.find([...this.storage.botMessages, ...typed], body);
    if (!stored) throw new Refused(400, 'Bad Request: message to delete not found');
    stored.deleted = true;
    return true;
  }

  asUpdate(stored) {
    if (!stored.callbackQuery) {
      const { botToken, ...message } = stored.message;
      return { update_id: stored.updateId, message: { ...message, message_id: stored.messageId } };
    }
    const { from, data, message } = stored.callbackQuery;
    const about = this.storage.botMessages.find((one) => one.messageId === message.message_id);
    return {
      update_id: stored.updateId,
      callback_query: {
        id: String(stored.callbackId), from, data, chat_instance: `c${message.chat.id}`,
        message: about && !about.deleted ? this.asMessage(about) : { ...message, date: 0 },
      },
    };
  }

  waiting(token) {
    return this.storage.userMessages.filter((one) => one.botToken === token && !one.confirmed);
  }

  async poll(body, token) {
    if (this.webhooks[token]) throw new Refused(409, "Conflict: can't use getUpdates method while webhook is active");
    const offset = Number(body.offset) || 0;
    this.waiting(token).filter((one) => one.updateId < offset).forEach((one) => { one.confirmed = true; });
    const until = Date.now() + 1000 * (Number(body.timeout) || 0);
    while (!this.waiting(token).length && Date.now() < until) await wait(LOOK_MS);
    return this.waiting(token).slice(0, Number(body.limit) || 100).map((one) => this.asUpdate(one));
  }

  // Overrides the package: it waits for the webhook here, and a failure ends its process.
  async addUserUpdate(update) {
    this.storage.userMessages.push({ ...update, updateId: this.updateId });
    this.updateId += 1;
    this.pump(update.botToken);
  }

  hook(body, token) {
    if (!body.url) delete this.webhooks[token];
    else this.webhooks[token] = { url: body.url, secret: body.secret_token };
    this.pump(token);
    return true;
  }

  webhookInfo(token) {
    const { url = '' } = this.webhooks[token] || {};
    return { url, has_custom_certificate: false, pending_update_count: this.waiting(token).length };
  }

  // One delivery at a time per chat, the same update again until it is accepted.
  pump(token) {
    const chatOf = (one) => (one.callbackQuery ? one.callbackQuery.message : one.message).chat.id;
    const chats = new Set(this.waiting(token).map(chatOf));
    [...chats].filter((chat) => !this.busyChats.has(`${token}/${chat}`)).forEach(async (chat) => {
      this.busyChats.add(`${token}/${chat}`);
      for (;;) {
        const update = this.waiting(token).find((one) => chatOf(one) === chat);
        if (!update || !this.webhooks[token]) break;
        if (await this.deliver(update, this.webhooks[token])) update.confirmed = true;
        else await wait(RETRY_MS);
      }
      this.busyChats.delete(`${token}/${chat}`);
    });
  }

  async deliver(update, webhook) {
    const headers = { 'content-type': 'application/json' };
    if (webhook.secret) headers['x-telegram-bot-api-secret-token'] = webhook.secret;
    try {
      const answer = await fetch(webhook.url, { method: 'POST', headers, body: JSON.stringify(this.asUpdate(update)) });
      await answer.arrayBuffer();
      return answer.ok;
    } catch {
      return false;
    }
  }
}

async function main() {
  const adapter = new Adapter();
  await adapter.start();
  console.log(`http://127.0.0.1:${adapter.server.address().port}`);
  process.on('SIGTERM', () => process.exit(0));
  process.stdin.resume().on('end', () => process.exit(0)); // whoever started this is gone
}

main();
