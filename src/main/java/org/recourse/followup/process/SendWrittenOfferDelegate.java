package org.recourse.followup.process;

import static org.recourse.form.SteeringVariable.Lasting.NO_ANSWER_DUE;

import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.recourse.engine.calls.Steps;
import org.recourse.engine.calls.UsedIn;
import org.recourse.followup.WrittenOffers;
import org.springframework.stereotype.Component;

/** The customer cannot be reached: the offer goes out in writing and stands for some days. */
@Component
@UsedIn(value = "WrittenOffer", makesAPromise = true)
class SendWrittenOfferDelegate implements JavaDelegate {

    private final WrittenOffers offers;

    SendWrittenOfferDelegate(WrittenOffers offers) {
        this.offers = offers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(NO_ANSWER_DUE, Date.from(offers.offerInWriting(Steps.of(execution))));
    }
}
