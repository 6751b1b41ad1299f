package app.afterwell.webui.demo;

import app.afterwell.booking.ImportedAppointment;

/** An appointment of the demo with who is there. */
record DemoVisit(ImportedAppointment appointment, DemoClient client, DemoStaff staff) {}
