namespace Router.AgentClient.Terminal.Bidi;

/// <summary>The classes of UAX #9, table 4, without those of explicit formatting, which the text of others may not use here.</summary>
internal enum BidiClass
{
    LeftToRight,
    RightToLeft,
    ArabicLetter,
    EuropeanNumber,
    EuropeanSeparator,
    EuropeanTerminator,
    ArabicNumber,
    CommonSeparator,
    NonspacingMark,
    BoundaryNeutral,
    ParagraphSeparator,
    SegmentSeparator,
    Whitespace,
    OtherNeutral,
}
