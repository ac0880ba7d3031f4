namespace Router.AgentClient.Terminal.Bidi;

/// <summary>Rule N0 of UAX #9: both brackets of a pair get one direction, so that they enclose what they enclose.</summary>
internal static class BracketPairs
{
    private const int MaxOpen = 63;

    public static void Resolve(IReadOnlyList<string> elements, IReadOnlyList<BidiClass> original, BidiClass[] kinds, BidiClass direction)
    {
        foreach (var (opener, closer) in Find(elements, kinds).OrderBy(pair => pair.Opener))
        {
            if (Direction(kinds, opener, closer, direction) is { } decided)
            {
                Set(original, kinds, opener, decided);
                Set(original, kinds, closer, decided);
            }
        }
    }

    private static List<(int Opener, int Closer)> Find(IReadOnlyList<string> elements, BidiClass[] kinds)
    {
        var pairs = new List<(int Opener, int Closer)>();
        var open = new List<(string Closer, int Place)>();
        for (var i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] != BidiClass.OtherNeutral)
            {
                continue;
            }

            if (Brackets.CloserOf(elements[i]) is { } closer)
            {
                if (open.Count == MaxOpen)
                {
                    return [];
                }

                open.Add((closer, i));
            }
            else if (Brackets.IsCloser(elements[i]) && open.FindLastIndex(waiting => waiting.Closer == elements[i]) is >= 0 and var match)
            {
                pairs.Add((open[match].Place, i));
                open.RemoveRange(match, open.Count - match);
            }
        }

        return pairs;
    }

    private static BidiClass? Direction(BidiClass[] kinds, int opener, int closer, BidiClass direction)
    {
        var hasOther = false;
        for (var i = opener + 1; i < closer; i++)
        {
            var strong = BidiLevels.Strong(kinds[i]);
            if (strong == direction)
            {
                return direction;
            }

            hasOther |= strong is not null;
        }

        if (!hasOther)
        {
            return null;
        }

        for (var i = opener - 1; i >= 0; i--)
        {
            if (BidiLevels.Strong(kinds[i]) is { } before)
            {
                return before;
            }
        }

        return direction;
    }

    // Marks on a bracket follow it.
    private static void Set(IReadOnlyList<BidiClass> original, BidiClass[] kinds, int bracket, BidiClass decided)
    {
        kinds[bracket] = decided;
        for (var i = bracket + 1; i < kinds.Length && original[i] == BidiClass.NonspacingMark; i++)
        {
            kinds[i] = decided;
        }
    }
}
