import type { FunctionNode, MathNode, OperatorNode, ParenthesisNode, SymbolNode } from "mathjs";

/** An expression as a tree of names and operations on them: all that our language has. */
export type Term = { name: string } | { apply: string; to: Term[] };

/** Why a text is no such tree: a phrase that follows its quotation. */
export interface Refused {
  refused: string;
  forbidden: boolean;
}

let parse: ((text: string) => MathNode) | null = null;

/**
 * Makes `readArithmetic` ready. Only mathjs's parser is used, and none of its functions. It takes a twentieth of a
 * second to load, so files without expressions do not wait for it.
 */
export async function loadArithmetic(): Promise<void> {
  if (parse !== null) return;
  const { default: math } = await import("mathjs/lib/browser/math.js"); // in one file, and so ten times as fast
  ({ parse } = math);
}

/**
 * Reads an expression in which every number has already been replaced by a name: mathjs would take 8 / 60 ms for
 * (8/60) ms, and 1e3 or 0x10 for numbers.
 * @throws Error when `loadArithmetic` has not been awaited
 */
export function readArithmetic(text: string): Term | Refused {
  if (parse === null) throw new Error("The parser of expressions is used before it is loaded.");
  try {
    return term(parse(text));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { refused: "cannot be read as an expression", forbidden: false };
  }
}

const OPERATORS = new Set(["add", "subtract", "multiply", "divide", "pow", "unaryMinus", "unaryPlus"]);

/** Takes over the few kinds of nodes that are arithmetic; anything else that mathjs can do ends here. */
function term(node: MathNode): Term | Refused {
  switch (node.type) {
    case "SymbolNode":
      return { name: (node as SymbolNode).name };
    case "ParenthesisNode":
      return term((node as ParenthesisNode).content);
    case "OperatorNode": {
      const { fn, args, implicit, op } = node as OperatorNode<never, never, MathNode[]>;
      if (implicit) return { refused: "lacks an operator between two values", forbidden: false };
      return OPERATORS.has(fn) ? application(fn, args) : { refused: `uses ${op}`, forbidden: true };
    }
    case "FunctionNode": {
      const { fn, args } = node as FunctionNode<MathNode>;
      if (fn.type === "SymbolNode") return application((fn as SymbolNode).name, args);
      return { refused: "calls something that is not a function's name", forbidden: true };
    }
    default:
      return { refused: `is more than arithmetic (${KINDS[node.type] ?? node.type})`, forbidden: true };
  }
}

function application(apply: string, args: readonly MathNode[]): Term | Refused {
  const to: Term[] = [];
  for (const arg of args) {
    const inner = term(arg);
    if ("refused" in inner) return inner;
    to.push(inner);
  }
  return { apply, to };
}

/** What mathjs calls its nodes, for people. */
const KINDS: Readonly<Record<string, string>> = {
  AccessorNode: "a property",
  ArrayNode: "a list",
  AssignmentNode: "an assignment",
  BlockNode: "several statements",
  ConditionalNode: "a condition",
  ConstantNode: "a text or an odd number",
  FunctionAssignmentNode: "a definition of a function",
  IndexNode: "an index",
  ObjectNode: "an object",
  RangeNode: "a range",
  RelationalNode: "a comparison",
};
