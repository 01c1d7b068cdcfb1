package org.recourse.insight.casefile;

import java.util.List;
import java.util.Locale;
import org.recourse.attachment.Attachment;
import org.recourse.attachment.Attachments;
import org.recourse.callback.Callback;
import org.recourse.callback.Callbacks;
import org.recourse.escalation.contact.Contact;
import org.recourse.escalation.contact.Contacts;
import org.recourse.escalation.question.Question;
import org.recourse.escalation.question.Questions;
import org.recourse.followup.CheckIn;
import org.recourse.followup.CheckIns;
import org.recourse.identifier.CaseNumber;
import org.recourse.insight.casefile.CaseFile.SentMessage;
import org.recourse.insight.casefile.Correspondence.Exchanged;
import org.recourse.notification.Messages;
import org.recourse.pages.CustomerLinks;
import org.recourse.teamwork.Comment;
import org.recourse.teamwork.Comments;
import org.recourse.text.Speech;
import org.springframework.stereotype.Component;

/** Gathers what was said, asked, sent and handed in, with the customer and in the house. */
@Component
class Correspondence {

    private final Contacts contacts;
    private final Callbacks callbacks;
    private final Questions questions;
    private final CheckIns checkIns;
    private final Messages messages;
    private final Attachments attachments;
    private final Comments comments;
    private final Speech speech;

    Correspondence(
            Contacts contacts,
            Callbacks callbacks,
            Questions questions,
            CheckIns checkIns,
            Messages messages,
            Attachments attachments,
            Comments comments,
            Speech speech) {
        this.contacts = contacts;
        this.callbacks = callbacks;
        this.questions = questions;
        this.checkIns = checkIns;
        this.messages = messages;
        this.attachments = attachments;
        this.comments = comments;
        this.speech = speech;
    }

    record Exchanged(
            List<Contact> contacts,
            List<Callback> callbacks,
            List<Question> questions,
            List<CheckIn> checkIns,
            List<SentMessage> messages,
            List<Attachment> attachments,
            List<Comment> comments) {}

    Exchanged of(CaseNumber caseNumber, Locale language) {
        return new Exchanged(
                contacts.of(caseNumber),
                callbacks.of(caseNumber),
                questions.of(caseNumber),
                checkIns.of(caseNumber),
                messages.ofCase(caseNumber).stream()
                        .map(message -> new SentMessage(
                                message.kind().key(),
                                message.channel().key(),
                                String.valueOf(message.subject()),
                                CustomerLinks.withoutTokens(message.body()),
                                message.state().key(),
                                message.reason() == null ? null : speech.say(message.reason(), language),
                                message.createdAt(),
                                message.sentAt()))
                        .toList(),
                attachments.of(caseNumber),
                comments.of(caseNumber));
    }
}
