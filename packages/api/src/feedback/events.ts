import { z } from "zod";
import { defineEvent } from "../kernel/outbox.ts";
import { Survey } from "./contract.ts";

const { id: surveyId, kind } = Survey.shape;
/** Neither whom nor what they said: the log is kept, and answers may be erased. */
const data = z.object({ surveyId, kind });

export const surveyAsked = defineEvent("survey.asked", "survey", data);
export const surveyAnswered = defineEvent("survey.answered", "survey", data);
