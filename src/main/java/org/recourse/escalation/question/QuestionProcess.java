package org.recourse.escalation.question;

/** What we tell the process of a question: its due time hangs on it. */
public interface QuestionProcess {

    void start(Question question);
}
