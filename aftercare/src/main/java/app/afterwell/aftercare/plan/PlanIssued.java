package app.afterwell.aftercare.plan;

import app.afterwell.domain.ClientId;
import app.afterwell.domain.PlanId;

/** A plan was issued to a client. */
public record PlanIssued(PlanId plan, ClientId client) {}
