import type { Name } from "../spec.ts";
import type { Presence } from "./accounts.ts";
import type { Accounts, Books } from "./books.ts";
import type { Draws } from "./draws.ts";
import type { Copy, Messages } from "./messages.ts";
import type { World } from "./world.ts";

/** Where a copy can be sent. */
export interface Destination {
  /** Copies that wait there or are served. */
  readonly present: Accounts<Presence>;
  /** Takes a copy in. Whoever sends it then calls {@link noticeStarts}. */
  accept(copy: Copy): void;
  noticeStarts(): void;
}

/** What all parts of a system on simjs share. */
export interface System {
  world: World;
  books: Books;
  messages: Messages;
  draws: Draws;
  stations: Map<Name, Destination>;
}
