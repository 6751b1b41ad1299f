package app.afterwell.aftercare.checkin;

import app.afterwell.domain.CheckInId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.PlanId;

/** A client said how they are. */
public record CheckInAnswered(CheckInId checkIn, PlanId plan, ClientId client) {}
