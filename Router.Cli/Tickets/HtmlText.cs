using System.Text;
using MimeKit.Text;

namespace Router.Cli.Tickets;

/// <summary>The words of an email that was written as HTML alone.</summary>
internal static class HtmlText
{
    private static readonly HashSet<HtmlTagId> Unseen = [HtmlTagId.Head, HtmlTagId.Script, HtmlTagId.Style, HtmlTagId.Title];

    private static readonly HashSet<HtmlTagId> NewLines =
    [
        HtmlTagId.Br, HtmlTagId.P, HtmlTagId.Div, HtmlTagId.TR, HtmlTagId.LI, HtmlTagId.BlockQuote, HtmlTagId.Pre, HtmlTagId.HR,
        HtmlTagId.H1, HtmlTagId.H2, HtmlTagId.H3, HtmlTagId.H4, HtmlTagId.H5, HtmlTagId.H6,
    ];

    /// <summary>The text, a line for each paragraph, row or item.</summary>
    /// <param name="html">The HTML.</param>
    public static string Of(string html)
    {
        var tokenizer = new HtmlTokenizer(new StringReader(html)) { DecodeCharacterReferences = true };
        var text = new StringBuilder();
        var unseen = 0;
        while (tokenizer.ReadNextToken(out var token))
        {
            switch (token)
            {
                case HtmlTagToken tag when Unseen.Contains(tag.Id) && !tag.IsEmptyElement:
                    unseen = Math.Max(0, unseen + (tag.IsEndTag ? -1 : 1));
                    break;
                case HtmlTagToken tag when NewLines.Contains(tag.Id):
                    text.Append('\n');
                    break;
                case HtmlDataToken data when unseen == 0 && data is not HtmlScriptDataToken:
                    text.Append(data.Data.ReplaceLineEndings(" "));
                    break;
            }
        }

        return string.Join('\n', text.ToString().Split('\n').Select(Plain).Where(line => line.Length > 0));
    }

    private static string Plain(string line) => string.Join(' ', line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
