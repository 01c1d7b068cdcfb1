// What stands in a case file as a word of the contract, as people read it.
import { at, german, money, t } from './recourse-desk.119e0d75.js';

const WORDS = {
  opened: ['Case opened', 'Fall eröffnet'], changed: ['Changed', 'Geändert'], decided: ['Decided', 'Entschieden'],
  answered: ['Answered', 'Beantwortet'], 'handed-over': ['Handed over', 'Übergeben'], 'taken-over': ['Taken over', 'Übernommen'],
  advised: ['Advised', 'Beraten'], contacted: ['Contact', 'Kontakt'], joined: ['The customer came back', 'Der Kunde kam wieder'],
  called: ['Called', 'Angerufen'], promised: ['Promised', 'Zugesagt'], promise: ['Promise', 'Zusage'], asked: ['Asked', 'Gefragt'],
  approval: ['Approval', 'Freigabe'], granted: ['Granted', 'Gewährt'], told: ['Told', 'Mitgeteilt'], settled: ['Settled', 'Beigelegt'],
  'checked-in': ['Checked in', 'Nachgefragt'], reopened: ['Reopened', 'Wieder geöffnet'], closed: ['Closed', 'Geschlossen'],
  withdrawn: ['Withdrawn', 'Zurückgezogen'], 'left-blank': ['Left blank', 'Leer geblieben'], moved: ['Moved', 'Verschoben'],
  corrected: ['Corrected', 'Berichtigt'], attached: ['Attached', 'Angehängt'], read: ['Read', 'Gelesen'], refused: ['Refused', 'Abgelehnt'],
  solution: ['solution', 'Lösung'], 'next answer': ['next answer', 'nächste Antwort'], 'first answer': ['first answer', 'erste Antwort'],
  'hand-over reviewed': ['hand-over reviewed', 'Übergabe geprüft'], 'check-in': ['check-in', 'Nachfassen'],
  warned: ['Warned', 'Verwarnt'], 'pause-offered': ['Pause offered', 'Pause angeboten'], proposed: ['Proposed', 'Vorgeschlagen'],
  open: ['open', 'offen'], kept: ['kept', 'gehalten'], late: ['late', 'verspätet'], broken: ['broken', 'gebrochen'], cancelled: ['cancelled', 'entfallen'],
  agreed: ['agreed', 'vereinbart'], 'accepted-no-change': ['accepted without change', 'ohne Änderung akzeptiert'],
  'another-angle': ['refused', 'abgelehnt'], undecided: ['wants time', 'will überlegen'], escalate: ['refused, escalated', 'abgelehnt, eskaliert'],
  unreachable: ['not reached', 'nicht erreicht'], 'subject-to-approval': ['subject to approval', 'unter Vorbehalt'],
  phone: ['phone', 'Telefon'], email: ['mail', 'E-Mail'], letter: ['letter', 'Brief'], message: ['message', 'Nachricht'], 'in-person': ['in person', 'persönlich'], referral: ['referral', 'Weiterleitung'],
  silver: ['silver', 'Silber'], gold: ['gold', 'Gold'], 'Call back': ['Call back', 'Rückruf'], 'Ask whether it is settled': ['Ask whether it is settled', 'Fragen, ob es erledigt ist'],
  'Call and ask whether it is settled': ['Call and ask whether it is settled', 'Anrufen und fragen, ob es erledigt ist'],
  'to-pay': ['to be paid', 'zu zahlen'], paid: ['paid', 'bezahlt'], sending: ['being sent', 'wird gesendet'],
  refund: ['refund', 'Erstattung'], credit: ['credit', 'Gutschrift'], voucher: ['voucher', 'Gutschein'], goodwill: ['goodwill', 'Kulanz'],
  approved: ['approved', 'freigegeben'], reduced: ['reduced', 'gekürzt'], rejected: ['rejected', 'abgelehnt'],
  sent: ['sent', 'gesendet'], 'not-sent': ['not sent', 'nicht gesendet'], written: ['waits to be sent', 'wartet auf Versand'],
  failed: ['failed', 'gescheitert'], mail: ['mail', 'E-Mail'], sms: ['text message', 'SMS'], booked: ['booked', 'gebucht'],
  wanted: ['wanted', 'gewünscht'], reached: ['reached', 'erreicht'], paused: ['paused', 'angehalten'], met: ['met', 'eingehalten'], breached: ['breached', 'verletzt']
};

/** A word of the contract in the reader's language; one that is not known stays, with spaces. */
export const word = (key) => (WORDS[key] ? t(...WORDS[key]) : String(key ?? '').replaceAll('-', ' '));

/** What was promised: an amount in the reader's language, anything else as it was written. */
export const promised = (what) => (/^(refund|credit|voucher|goodwill) [\d.]+ [A-Z]{3}/.test(what)
  ? what.replace(/(refund|credit|voucher|goodwill) (\d+\.\d\d) ([A-Z]{3})/g, (all, kind, amount, currency) => `${word(kind)} ${money(amount, currency)}`).replace(' and ', t(' and ', ' und '))
  : word(what));

const FIELDS = {
  state: 'Stand', customer_number: 'Kundennummer', source: 'Herkunft', received_on: 'eingegangen am', joined_to: 'gehört zu',
  repeat_of: 'Wiederholung von', repeat_level: 'Stufe der Wiederholung', repeat_reason: 'Grund der Wiederholung', title: 'Titel',
  story: 'Geschichte', facts: 'Tatsachen', effect: 'Folgen', desired_outcome: 'Wunsch', product: 'Produkt', signals: 'Warnzeichen',
  mood_start: 'Stimmung am Anfang', mood_now: 'Stimmung jetzt', restatement: 'Wiederholung', correction: 'Berichtigung', reply_by: 'Antwort per',
  urgency: 'Dringlichkeit', priority: 'Priorität', angles: 'lohnende Wege', urgency_reason: 'Grund der Dringlichkeit', sentence: 'Satz',
  agent: 'Agent', owner: 'zuständig', level: 'Stufe', level_wanted: 'verlangte Stufe', hand_over_trigger: 'Grund der Übergabe',
  connection: 'Verbindung', handed_over_by: 'übergeben von', handed_over_at: 'übergeben am', competence: 'Kompetenz',
  route_team: 'Team der Übergabe', route_reason: 'Grund des Wegs', review_due: 'Prüfung fällig', agent_view: 'eigene Sicht des Agenten',
  refusal_explained: 'Ablehnung erklärt', not_tried_reason: 'nicht versucht, weil', no_attempt_reason: 'kein eigener Versuch, weil', advice: 'Rat',
  advice_by: 'Rat von', problem_goal: 'Sachziel', people_goal: 'Beziehungsziel', problem_goal_met: 'Sachziel erreicht',
  people_goal_met: 'Beziehungsziel erreicht', asked_again: 'noch einmal gefragt', cause: 'Ursache', cause_evidence: 'woran man sie sieht',
  finding: 'Befund', comment: 'Bemerkung', final_answer: 'endgültige Position', final_answer_accepted: 'endgültige Position angenommen',
  outcome: 'Ausgang', settled_by: 'beigelegt von', settled_at: 'beigelegt am', check_ins: 'Nachfragen', closed_at: 'geschlossen am'
};

/** A field of the case in the reader's language. */
export const fieldName = (field) => (german && FIELDS[field]) || String(field).replaceAll('_', ' ');

/** A line of the history, with each instant in it as people read it. */
export const readable = (text) => String(text ?? '').replace(/\b\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?Z/g, (instant) => at(instant));
