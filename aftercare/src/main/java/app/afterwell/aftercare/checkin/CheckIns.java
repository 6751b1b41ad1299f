package app.afterwell.aftercare.checkin;

import app.afterwell.domain.CheckInId;
import app.afterwell.domain.ClientId;
import app.afterwell.domain.PlanId;
import jakarta.validation.Valid;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.validation.annotation.Validated;

/** Asks clients how they are and takes their answers. */
@Service
@Validated
@Transactional(readOnly = true)
public class CheckIns {

    /** What the client would answer now: the question that is open, or an unasked one of their newest plan. */
    @PreAuthorize("hasRole('CLIENT') and principal.actsFor(#client)")
    public Optional<CheckInView> open(ClientId client) {
        throw new UnsupportedOperationException();
    }

    /** One question, for its client or a therapist who treats them. */
    @PreAuthorize("hasAnyRole('CLIENT','THERAPIST')")
    public CheckInView checkIn(CheckInId checkIn) {
        throw new UnsupportedOperationException();
    }

    /** The question that a link opens; looking spends nothing. A spent or outdated link is not there. */
    @PreAuthorize("permitAll()")
    public CheckInView byToken(String token) {
        throw new UnsupportedOperationException();
    }

    /** Takes the client's answer: to the question that is open, or unasked. */
    @Transactional
    @PreAuthorize("hasRole('CLIENT')")
    public Answered answer(PlanId plan, @Valid AnswerCheckIn answer) {
        throw new UnsupportedOperationException();
    }

    /** Takes the answer that a link stands for, and spends the link. */
    @Transactional
    @PreAuthorize("permitAll()")
    public Answered answerByToken(String token, @Valid AnswerCheckIn answer) {
        throw new UnsupportedOperationException();
    }

    /** What an answer came to, to be read again. */
    @PreAuthorize("hasAnyRole('CLIENT','THERAPIST')")
    public Answered answered(CheckInId checkIn) {
        throw new UnsupportedOperationException();
    }
}
