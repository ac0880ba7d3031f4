namespace Router.AgentClient.Terminal.Bidi;

/// <summary>The order in which the elements of one line are shown from left to right: UAX #9 rules L1 and L2.</summary>
internal static class VisualOrder
{
    /// <summary>Places of the line's elements, leftmost first.</summary>
    /// <param name="classes">Classes of the paragraph's elements.</param>
    /// <param name="levels">Their levels.</param>
    /// <param name="paragraph">The paragraph's level.</param>
    /// <param name="start">First element of the line.</param>
    /// <param name="end">The one after its last.</param>
    public static int[] Of(IReadOnlyList<BidiClass> classes, IReadOnlyList<byte> levels, byte paragraph, int start, int end)
    {
        var order = Enumerable.Range(start, end - start).ToArray();
        var shown = order.Select(place => levels[place]).ToArray();
        ResetSpaces(classes, shown, paragraph, start);
        for (var level = shown.DefaultIfEmpty().Max(); level > 0; level--)
        {
            for (var i = 0; i < shown.Length; i++)
            {
                var run = i;
                while (run < shown.Length && shown[run] >= level)
                {
                    run++;
                }

                if (run > i)
                {
                    Array.Reverse(order, i, run - i);
                    i = run;
                }
            }
        }

        return order;
    }

    private static void ResetSpaces(IReadOnlyList<BidiClass> classes, byte[] shown, byte paragraph, int start)
    {
        var trailing = true;
        for (var i = shown.Length - 1; i >= 0; i--)
        {
            var kind = classes[start + i];
            trailing = kind is BidiClass.SegmentSeparator or BidiClass.ParagraphSeparator
                || (trailing && kind is BidiClass.Whitespace or BidiClass.BoundaryNeutral);
            if (trailing)
            {
                shown[i] = paragraph;
            }
        }
    }
}
