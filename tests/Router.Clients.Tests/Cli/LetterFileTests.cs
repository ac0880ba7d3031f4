using System.Text;
using Router.Cli.Connection;
using Router.Cli.Letters;
using Router.Cli.Tickets;

namespace Router.Clients.Tests.Cli;

public sealed class LetterFileTests : IDisposable
{
    private static readonly string Mail = Path.Combine(Path.GetDirectoryName(DemoLog.Path)!, "..", "tests", "Router.Clients.Tests", "Mail");

    private readonly string _folder = Directory.CreateTempSubdirectory("router-letters-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_Email_TakesHeadersAndText()
    {
        var letter = LetterFile.Read(Write(
            "a.eml", "From: Рут Леви <ruth@example.org>\r\nSubject: Счёт\r\n за июль\r\nContent-Language: ru\r\n\r\nЗдравствуйте!\r\n\r\nРут\r\n"));

        Assert.Equal(("Счёт за июль", "Рут Леви", "ruth@example.org", "ru"), (letter.Subject, letter.FromName, letter.FromAddress, letter.Language));
        Assert.Equal("Здравствуйте!\n\nРут", letter.Body);
    }

    [Fact]
    public void Read_PlainText_IsTheText() => Assert.Equal(new LetterFile("Subject: no header here"), LetterFile.Read(Write("a.txt", "Subject: no header here\n")));

    [Theory]
    [InlineData("japanese_shift_jis.eml", "test", "あいうえお\n\nこのメールはテスト用のメールです。\n\n今後ともよろしくお願い申し上げます！", "")]
    [InlineData("ks_c_5601-1987.eml", "test", "스티해", "")]
    [InlineData("japanese_attachment.eml", "testing", "testing\n\n-- \nhttp://lindsaar.net/\nRails, RSpec and Life blog....", "てすと.txt")]
    public void Read_RealEmail_IsDecoded(string name, string subject, string body, string attachment)
    {
        var letter = LetterFile.Read(Path.Combine(Mail, name));

        Assert.Equal((subject, body), (letter.Subject, letter.Body));
        Assert.Equal(attachment, string.Join('|', letter.Attachments));
    }

    [Theory]
    [InlineData("Subject: =?utf-8?B?0KHRh9GR0YI=?=\n\nx", "Счёт", "x")]
    [InlineData("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n16nXnNeV150=\n", "", "שלום")]
    [InlineData("Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\ngr=FC=DF Gott, a=\nbc\n", "", "grüß Gott, abc")]
    [InlineData(
        "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nplain\n--b\nContent-Type: text/html\n\n<p>rich</p>\n--b--\n", "", "plain")]
    [InlineData(
        "Content-Type: text/html\n\n<html><head><title>T</title><style>p { color: red }</style></head><body><p>Where is\nmy&nbsp;card?</p><br><div>Ruth &amp; Tal</div><script>alert(1 < 2)</script></body></html>",
        "", "Where is my card?\nRuth & Tal")]
    [InlineData("Subject: only headers", "only headers", "")]
    public void Read_EmailOfAnyForm_HasItsWords(string text, string subject, string body)
    {
        var letter = LetterFile.Read(Write("a.eml", text));

        Assert.Equal((subject, body), (letter.Subject, letter.Body));
    }

    [Fact]
    public void Read_Email_TakesItsMessageIdByWhichItIsTheSameTicketWhenItComesAgain() =>
        Assert.Equal("a.1@example.org", LetterFile.Read(Write("a.eml", "Message-ID: <a.1@example.org>\n\nx")).MessageId);

    [Theory]
    [InlineData("")]
    [InlineData("Hello\n\nx")]
    public void Read_NoEmail_IsRefused(string text) =>
        Assert.Contains("a.eml is no email", Assert.Throws<CommandException>(() => LetterFile.Read(Write("a.eml", text))).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_NotUtf8_IsRefused()
    {
        var path = Path.Combine(_folder, "a.txt");
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes("gr\u00fc\u00df"));

        Assert.EndsWith("a.txt is not UTF-8 text.", Assert.Throws<CommandException>(() => LetterFile.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadFolder_Demo_HasEmailsAndChatsInFourLanguages()
    {
        var letters = Letter.ReadFolder(Path.Combine(Path.GetDirectoryName(DemoLog.Path)!, "letters"));

        Assert.All(["email", "chat"], channel =>
            Assert.Equal(["en", "he", "lt", "ru"], letters.Where(letter => letter.Channel == channel).Select(l => l.Content.Language).Distinct().Order()));
        Assert.All(letters, letter => Assert.All(letter.Messages, Assert.NotEmpty));
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
