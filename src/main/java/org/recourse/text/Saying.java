package org.recourse.text;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;

/** Something that will be said to a person, in whichever language they read. Until then it is data. */
@JsonSerialize(using = SayingJson.Writer.class)
@JsonDeserialize(using = SayingJson.Reader.class)
public sealed interface Saying permits Sentence, Written, TableText {}
