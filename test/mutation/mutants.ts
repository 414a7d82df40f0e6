import { parseAst, Visitor } from "vite";

/** One small change of a program: the characters from `start` to `end` become `text`. */
export interface Mutant {
  start: number;
  end: number;
  text: string;
  /** What kind of change, such as "comparison". */
  kind: string;
  /** Whether it stands outside all functions, where it takes effect when the module is loaded. */
  atTop: boolean;
}

interface Node {
  type: string;
  start: number;
  end: number;
}

const ARITHMETIC: Record<string, string[]> = {
  "+": ["-"],
  "-": ["+"],
  "*": ["/"],
  "/": ["*"],
  "**": ["*"],
  "%": ["*"],
};
const COMPARISONS: Record<string, string[]> = {
  "<": ["<=", ">="],
  "<=": ["<", ">"],
  ">": [">=", "<="],
  ">=": [">", "<"],
  "===": ["!=="],
  "!==": ["==="],
};
const ASSIGNMENTS: Record<string, string> = { "+=": "-=", "-=": "+=", "*=": "/=", "/=": "*=", "**=": "*=", "%=": "*=" };
const TWINS: Record<string, string> = { min: "max", max: "min", floor: "ceil", ceil: "floor", sin: "cos", cos: "sin" };

/**
 * All changes of a JavaScript module that might change a number: other numbers, operators, comparisons and their
 * boundaries, terms and factors dropped, conditions fixed, statements dropped, arguments swapped. What is thrown is left
 * alone, since it is words; the conditions under which it is thrown are not.
 */
export function mutantsOf(code: string): Mutant[] {
  const found: Mutant[] = [];
  let depth = 0;
  let thrown = 0;
  const put = (kind: string, start: number, end: number, text: string) => {
    if (thrown === 0 && code.slice(start, end) !== text) found.push({ kind, start, end, text, atTop: depth === 0 });
  };
  const text = (node: Node) => code.slice(node.start, node.end);
  const operator = (left: Node, right: Node, sign: string) =>
    left.end + code.slice(left.end, right.start).indexOf(sign);
  const enter = () => {
    depth++;
  };
  const leave = () => {
    depth--;
  };
  const pair = (node: Node & { left: Node; right: Node; operator: string }) => {
    const { left, right } = node;
    const at = operator(left, right, node.operator);
    for (const other of ARITHMETIC[node.operator] ?? []) put("operator", at, at + node.operator.length, other);
    for (const other of COMPARISONS[node.operator] ?? []) put("comparison", at, at + node.operator.length, other);
    if ("+-*/".includes(node.operator) || node.operator === "**") put("term", node.start, node.end, `(${text(left)})`);
    if (node.operator === "+" || node.operator === "*") put("term", node.start, node.end, `(${text(right)})`);
  };
  new Visitor({
    FunctionDeclaration: enter,
    "FunctionDeclaration:exit": leave,
    FunctionExpression: enter,
    "FunctionExpression:exit": leave,
    ArrowFunctionExpression: enter,
    "ArrowFunctionExpression:exit": leave,
    ThrowStatement: () => {
      thrown++;
    },
    "ThrowStatement:exit": () => {
      thrown--;
    },
    Literal: (node) => {
      if (typeof node.value !== "number") return;
      const { value } = node;
      put(
        "number",
        node.start,
        node.end,
        Number.isInteger(value) && value < 1000 ? String(value + 1) : `(${value} * 1.01)`,
      );
      if (value === 1) put("number", node.start, node.end, "0");
    },
    BinaryExpression: (node) => pair(node as never),
    LogicalExpression: (node) => {
      const at = operator(node.left, node.right, node.operator);
      if (node.operator !== "??") put("logic", at, at + 2, node.operator === "&&" ? "||" : "&&");
      put("logic", node.start, node.end, `(${text(node.left)})`);
    },
    UnaryExpression: (node) => {
      if (node.operator === "-" || node.operator === "!") put("sign", node.start, node.end, `(${text(node.argument)})`);
    },
    UpdateExpression: (node) => {
      put(
        "step",
        node.start,
        node.end,
        text(node).replace(/\+\+|--/, (sign) => (sign === "++" ? "--" : "++")),
      );
    },
    AssignmentExpression: (node) => {
      const other = ASSIGNMENTS[node.operator];
      const at = operator(node.left, node.right, node.operator);
      if (other !== undefined) put("operator", at, at + node.operator.length, other);
    },
    ConditionalExpression: (node) => {
      put("choice", node.start, node.end, `(${text(node.consequent)})`);
      put("choice", node.start, node.end, `(${text(node.alternate)})`);
    },
    IfStatement: (node) => {
      put("condition", node.test.start, node.test.end, "true");
      put("condition", node.test.start, node.test.end, "false");
    },
    ForStatement: (node) => {
      if (node.test) put("condition", node.test.start, node.test.end, "false");
    },
    WhileStatement: (node) => put("condition", node.test.start, node.test.end, "false"),
    ExpressionStatement: (node) => put("statement", node.start, node.end, ";"),
    BreakStatement: (node) => put("statement", node.start, node.end, ";"),
    ContinueStatement: (node) => put("statement", node.start, node.end, ";"),
    CallExpression: (node) => {
      const [a, b] = node.arguments;
      const plain = (one: Node | undefined) => one !== undefined && !/Function|Spread|Array|Object/.test(one.type);
      const symmetric = /^Math\.(min|max|hypot)$/.test(text(node.callee));
      if (plain(a) && plain(b) && !symmetric) put("arguments", a.start, b.end, `${text(b)}, ${text(a)}`);
      if (node.callee.type !== "MemberExpression" || text(node.callee.object) !== "Math") return;
      const { start, end } = node.callee.property;
      const twin = TWINS[code.slice(start, end)];
      if (twin !== undefined) put("function", start, end, twin);
    },
  }).visit(parseAst(code) as never);
  return found.sort((a, b) => a.start - b.start);
}
