package nl.plaatsbaar.access;

/** What somebody is to a school or to the whole board, in the words of the policies. */
public enum Role {
	EMPLOYEE, TEACHER,
	/** Leidinggevende. */
	SUPERVISOR,
	/** Social-mediacoach. */
	COACH,
	/** Schoolleiding. */
	LEADERSHIP,
	/** Directie. */
	PRINCIPAL, COMMUNICATIONS,
	/** The school office. */
	ADMINISTRATION,
	/** MR, the participation council of one school. */
	COUNCIL,
	/** GMR, the participation council of all schools together. */
	JOINT_COUNCIL,
	/** Directeur-bestuurder or college van bestuur. */
	EXECUTIVE_DIRECTOR,
	/** Dagelijks bestuur. */
	DAILY_BOARD,
	/** Raad van toezicht. */
	SUPERVISORY_BOARD,
	/** Functionaris gegevensbescherming. */
	DPO,
	/** Beleidsmedewerker, who writes the policy down. */
	POLICY_OFFICER, PUPIL, PARENT, INTERN, VOLUNTEER,
	/** Keeps the system running; reads no more than that needs. */
	ADMINISTRATOR
}
