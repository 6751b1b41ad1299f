package app.afterwell.booking;

import java.time.ZoneId;
import java.util.List;

/**
 * Free times, by start and then by the practitioner's name.
 *
 * @param zone of the location that was asked for, otherwise of the first that was searched; each slot carries its own
 */
public record FreeSlots(ZoneId zone, List<FreeSlot> slots) {}
