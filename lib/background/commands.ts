import { browser } from 'wxt/browser';
import { COMMANDS, type Command } from '../messaging/background-to-content.ts';
import { tellContent } from '../messaging/call.ts';

function isCommand(name: string): name is Command {
  return (COMMANDS as readonly string[]).includes(name);
}

/** Passes keyboard commands on to the tab in which they were given. Call it synchronously at start. */
export function registerCommands(): void {
  browser.commands.onCommand.addListener((name, tab) => {
    if (isCommand(name) && tab?.id !== undefined) void tellContent(tab.id, 'command', { command: name });
  });
}
