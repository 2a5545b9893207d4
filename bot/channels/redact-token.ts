/** The address of a bot's API holds the token in its path, and network errors quote the address. */
const ANY_TOKEN = /\d{2,20}:[\w-]{8,}/g;

const CONCEALED = "[token]";

/** Takes the token out of a text that is going to be logged. */
export const redactToken = (token: string): ((text: string) => string) => {
  const [, secret = token] = token.split(":");
  const forms = [token, encodeURIComponent(token), secret].filter((form) => form.length > 0);
  return (text) =>
    forms.reduce((clean, form) => clean.replaceAll(form, CONCEALED), text).replace(ANY_TOKEN, CONCEALED);
};
