/** Who the bot is, as far as hearing its name goes. */
export type Addressee = {
  readonly id: number;
  /** Without "@". */
  readonly username: string;
  /** Names of its own commands, without slash. */
  readonly commands: ReadonlySet<string>;
};

const COMMAND = /^\/(\w{1,32})(?:@(\w{3,32}))?(?!\w)/;

const sameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const mentionOf = (username: string): RegExp => new RegExp(`(?<![\\w@/])@${username}(?!\\w)[ \\t]*`, "giu");

/**
 * The words without the bot's name, or null when they are meant for somebody else. In a private chat all is
 * meant for the bot. In a group only a command that names the bot or is one of its own, its name in the text,
 * or an answer to it: a bare command that we do not have belongs to another bot of the group.
 */
export const parseAddress = (
  text: string,
  where: { readonly group: boolean; readonly answersBot: boolean; readonly bot: Addressee },
): string | null => {
  const { group, answersBot, bot } = where;
  const [whole, name, named] = COMMAND.exec(text) ?? [];
  if (whole !== undefined && name !== undefined) {
    const forUs = named === undefined || sameName(named, bot.username);
    if (!forUs) return group ? null : text;
    const own = named !== undefined || bot.commands.has(name.toLowerCase());
    if (group && !own && !answersBot) return null;
    return `/${name}${text.slice(whole.length)}`;
  }
  if (!group) return text;
  const without = text.replace(mentionOf(bot.username), "");
  if (without === text && !answersBot) return null;
  return without.trim();
};
