namespace Router.AgentClient.Terminal.Bidi;

/// <summary>
/// The embedding levels of a paragraph: UAX #9 (revision 50) rules W1 to W7, N0 to N2, I1 and I2. Explicit formatting (X1 to X8) is left out, so the
/// paragraph is one isolating run.
/// </summary>
internal static class BidiLevels
{
    /// <summary>The level of a paragraph whose direction nobody says (P2, P3): 0 from left to right, 1 from right to left.</summary>
    public static byte OfParagraph(IReadOnlyList<BidiClass> classes)
    {
        foreach (var kind in classes)
        {
            switch (kind)
            {
                case BidiClass.LeftToRight:
                    return 0;
                case BidiClass.RightToLeft or BidiClass.ArabicLetter:
                    return 1;
            }
        }

        return 0;
    }

    /// <summary>The level of each element.</summary>
    /// <param name="elements">The text's elements.</param>
    /// <param name="classes">Their classes.</param>
    /// <param name="paragraph">0 or 1.</param>
    public static byte[] Resolve(IReadOnlyList<string> elements, IReadOnlyList<BidiClass> classes, byte paragraph)
    {
        var kinds = classes.ToArray();
        var direction = paragraph == 0 ? BidiClass.LeftToRight : BidiClass.RightToLeft;
        Weak(kinds, direction);
        BracketPairs.Resolve(elements, classes, kinds, direction);
        Neutral(kinds, direction);
        return [.. kinds.Select(kind => Level(kind, paragraph))];
    }

    /// <summary>What a kind counts as where neutrals look around: numbers are from right to left.</summary>
    public static BidiClass? Strong(BidiClass kind) => kind switch
    {
        BidiClass.LeftToRight => BidiClass.LeftToRight,
        BidiClass.RightToLeft or BidiClass.EuropeanNumber or BidiClass.ArabicNumber => BidiClass.RightToLeft,
        _ => null,
    };

    private static void Weak(BidiClass[] kinds, BidiClass direction)
    {
        var previous = direction;
        var strong = direction;
        for (var i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] == BidiClass.NonspacingMark)
            {
                kinds[i] = previous;
            }

            previous = kinds[i];
            if (kinds[i] is BidiClass.LeftToRight or BidiClass.RightToLeft or BidiClass.ArabicLetter)
            {
                strong = kinds[i];
            }
            else if (kinds[i] == BidiClass.EuropeanNumber && strong == BidiClass.ArabicLetter)
            {
                kinds[i] = BidiClass.ArabicNumber;
            }
        }

        for (var i = 0; i < kinds.Length; i++)
        {
            kinds[i] = kinds[i] == BidiClass.ArabicLetter ? BidiClass.RightToLeft : kinds[i];
        }

        JoinNumbers(kinds);
        strong = direction;
        for (var i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] is BidiClass.LeftToRight or BidiClass.RightToLeft)
            {
                strong = kinds[i];
            }
            else if (kinds[i] == BidiClass.EuropeanNumber && strong == BidiClass.LeftToRight)
            {
                kinds[i] = BidiClass.LeftToRight;
            }
        }
    }

    private static void JoinNumbers(BidiClass[] kinds)
    {
        for (var i = 1; i < kinds.Length - 1; i++)
        {
            var joins = kinds[i - 1] == kinds[i + 1] && kinds[i] switch
            {
                BidiClass.EuropeanSeparator => kinds[i - 1] == BidiClass.EuropeanNumber,
                BidiClass.CommonSeparator => kinds[i - 1] is BidiClass.EuropeanNumber or BidiClass.ArabicNumber,
                _ => false,
            };
            kinds[i] = joins ? kinds[i - 1] : kinds[i];
        }

        for (var i = 0; i < kinds.Length; i++)
        {
            var end = RunEnd(kinds, i, kind => kind == BidiClass.EuropeanTerminator);
            if (end > i)
            {
                var joins = (i > 0 && kinds[i - 1] == BidiClass.EuropeanNumber) || (end < kinds.Length && kinds[end] == BidiClass.EuropeanNumber);
                Array.Fill(kinds, joins ? BidiClass.EuropeanNumber : BidiClass.OtherNeutral, i, end - i);
                i = end - 1;
            }
            else if (kinds[i] is BidiClass.EuropeanSeparator or BidiClass.CommonSeparator)
            {
                kinds[i] = BidiClass.OtherNeutral;
            }
        }
    }

    private static void Neutral(BidiClass[] kinds, BidiClass direction)
    {
        for (var i = 0; i < kinds.Length; i++)
        {
            var end = RunEnd(kinds, i, kind => Strong(kind) is null);
            if (end > i)
            {
                var before = i > 0 ? Strong(kinds[i - 1]) : direction;
                var after = end < kinds.Length ? Strong(kinds[end]) : direction;
                Array.Fill(kinds, before == after ? before!.Value : direction, i, end - i);
                i = end - 1;
            }
        }
    }

    private static int RunEnd(BidiClass[] kinds, int start, Func<BidiClass, bool> belongs)
    {
        var end = start;
        while (end < kinds.Length && belongs(kinds[end]))
        {
            end++;
        }

        return end;
    }

    private static byte Level(BidiClass kind, byte paragraph) => (kind, paragraph) switch
    {
        (BidiClass.RightToLeft, _) => 1,
        (BidiClass.LeftToRight, 0) => 0,
        _ => 2,
    };
}
