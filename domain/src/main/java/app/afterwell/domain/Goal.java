package app.afterwell.domain;

/** Why the client came. */
public enum Goal {
    STRESS,
    POOR_SLEEP,
    CHRONIC_PAIN,
    HEADACHE,
    PLANTAR_PAIN,
    TRAINING_RECOVERY,
    MOBILITY,
    POSTURE,
    FATIGUE,
    RELAXATION
}
