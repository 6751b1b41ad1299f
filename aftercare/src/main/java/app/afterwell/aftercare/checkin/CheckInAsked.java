package app.afterwell.aftercare.checkin;

import app.afterwell.domain.CheckInId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.PlanId;

/** The time of a question has come: the client is to be told of it. */
public record CheckInAsked(CheckInId checkIn, PlanId plan, ClientId client) {}
