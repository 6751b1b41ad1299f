package app.afterwell.aftercare.plan;

import app.afterwell.domain.ClientId;
import app.afterwell.domain.PlanId;

/** Something about a plan changed: a tick, a pause, an answer, its end. */
public record PlanChanged(PlanId plan, ClientId client) {}
