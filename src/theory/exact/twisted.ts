import { mmcBreakdowns } from "../../queueing/breakdowns.ts";
import { bulkService, bulkServiceLaw } from "../../queueing/bulk-service.ts";
import { feedback } from "../../queueing/feedback.ts";
import { mmcSetup } from "../../queueing/mmc-setup.ts";
import { constantRetrials, exponentialRetrials, retrials } from "../../queueing/retrials.ts";
import { setup, vacations } from "../../queueing/vacations.ts";
import { mean as meanOf } from "../../random/moments.ts";
import { type Answer, exactly } from "../answer.ts";
import { isTractable, lawOf } from "../laws.ts";
import { commonLaw, exponentialRate, isFifo, isPlain, type Station } from "../station.ts";
import type { Twist } from "../twist.ts";

type Of<Kind extends Twist["kind"]> = Extract<Twist, { kind: Kind }>;

/** The exact answer for a station with a twist, where it is otherwise M/M/c or M/G/1; null where none is known here. */
export function twistedAnswer(s: Station, twist: Twist): Answer | null {
  if (s.input.kind !== "poisson" || !isPlain(s) || !isFifo(s) || commonLaw(s) === null) return null;
  switch (twist.kind) {
    case "bulk":
      return bulk(s, twist);
    case "vacations":
      return absences(s, twist);
    case "set-up":
      return setUps(s, twist);
    case "breakdowns":
      return failures(s, twist);
    case "retrials":
      return attempts(s, twist);
    case "feedback":
      return repeats(s, twist);
  }
}

function bulk(s: Station, { least, most }: Of<"bulk">): Answer | null {
  const mu = exponentialRate(s);
  if (mu === null || s.servers !== 1) return null;
  const law = least === 1 ? bulkServiceLaw(s.rate, mu, most) : bulkService(s.rate, mu, least, most);
  const name = least === 1 ? `M/M^[${most}]/1` : `M/M^[${least},${most}]/1`;
  return exactly(name, "Number waiting while the server works is geometric", law);
}

function absences(s: Station, { absence }: Of<"vacations">): Answer | null {
  const law = tractableLaw(s);
  if (law === null || s.servers !== 1 || !isTractable(absence)) return null;
  const source = "Fuhrmann & Cooper (1985), Operations Research 33(5), 1117–1129";
  return exactly("M/G/1 with vacations", source, vacations(s.rate, lawOf(law), lawOf(absence)));
}

function setUps(s: Station, { time }: Of<"set-up">): Answer | null {
  const law = tractableLaw(s);
  const mu = exponentialRate(s);
  if (law !== null && s.servers === 1 && isTractable(time)) {
    const source = "Welch (1964), Operations Research 12(5), 736–752";
    return exactly("M/G/1 with set-up", source, setup(s.rate, lawOf(law), lawOf(time)));
  }
  if (mu === null || time.dist !== "exponential" || s.servers > MOST_SERVERS) return null;
  return exactly(`M/M/${s.servers} with set-up`, QBD, mmcSetup(s.rate, mu, s.servers, time.mean));
}

function failures(s: Station, { timeToFailure, repairTime }: Of<"breakdowns">): Answer | null {
  const mu = exponentialRate(s);
  if (mu === null || s.servers > MOST_SERVERS) return null;
  const law = mmcBreakdowns(s.rate, mu, s.servers, { timeToFailure, repairTime });
  return exactly(`M/M/${s.servers} with breakdowns`, QBD, law);
}

function attempts(s: Station, { every, who }: Of<"retrials">): Answer | null {
  const law = tractableLaw(s);
  const mu = exponentialRate(s);
  if (law === null || s.servers !== 1 || (who === "together" && mu === null)) return null;
  if (who === "together") {
    return exactly(
      "M/M/1 with constant retrials",
      "Number away is geometric",
      constantRetrials(s.rate, mu!, 1 / every),
    );
  }
  const all = mu === null ? retrials(s.rate, lawOf(law), 1 / every) : exponentialRetrials(s.rate, mu, 1 / every);
  return exactly(`M/${mu === null ? "G" : "M"}/1 with retrials`, "Falin & Templeton (1997), Retrial Queues, §1.3", all);
}

function repeats(s: Station, { chance }: Of<"feedback">): Answer | null {
  const mu = exponentialRate(s);
  if (mu === null) return null;
  const { utilization, numberInSystem, sojournTime, attemptRate } = feedback(s.rate, mu, s.servers, {
    failure: chance,
    attempts: Number.POSITIVE_INFINITY,
    backoff: 0,
  });
  const numberInQueue = Math.max(0, numberInSystem - attemptRate / mu);
  const times = { sojournTime, waitingTime: numberInQueue / s.rate };
  const source = "Jackson (1957), Operations Research 5(4), 518–521";
  return exactly(`M/M/${s.servers} with feedback`, source, { utilization, numberInSystem, numberInQueue, ...times });
}

/** The law of service, if laws of times behind it can be had. */
function tractableLaw(s: Station) {
  const law = commonLaw(s);
  return law !== null && meanOf(law) > 0 && isTractable(law) ? law : null;
}

const QBD = "Quasi-birth-death process, solved exactly";
/** With more, the phases of the process take longer than a second. */
const MOST_SERVERS = 60;
