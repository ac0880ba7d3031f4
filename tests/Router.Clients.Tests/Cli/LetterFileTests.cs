using System.Text;
using Router.Cli.Connection;
using Router.Cli.Letters;
using Router.Cli.Tickets;

namespace Router.Clients.Tests.Cli;

public sealed class LetterFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("router-letters-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_Email_TakesHeadersAndText()
    {
        var letter = LetterFile.Read(Write(
            "a.eml", "From: Рут Леви <ruth@example.org>\r\nSubject: Счёт\r\n за июль\r\nContent-Language: ru\r\n\r\nЗдравствуйте!\r\n\r\nРут\r\n"));

        Assert.Equal(
            new LetterFile("Здравствуйте!\n\nРут")
            {
                Subject = "Счёт за июль",
                FromName = "Рут Леви",
                FromAddress = "ruth@example.org",
                Language = "ru",
            },
            letter);
    }

    [Fact]
    public void Read_PlainText_IsTheText() => Assert.Equal(new LetterFile("Subject: no header here"), LetterFile.Read(Write("a.txt", "Subject: no header here\n")));

    [Theory]
    [InlineData("Subject: =?utf-8?B?0KHRh9GR0YI=?=\n\nx", "has an encoded Subject")]
    [InlineData("Content-Type: multipart/alternative; boundary=b\n\nx", "has Content-Type 'multipart/alternative; boundary=b': what is read here is text/plain")]
    [InlineData("Content-Transfer-Encoding: base64\n\nx", "what is read here is 7bit or 8bit")]
    [InlineData("From: nobody\n\nx", "has From 'nobody'")]
    [InlineData("Hello\n\nx", ":1: 'Hello' is no header")]
    [InlineData("Subject: x", "is no email")]
    public void Read_OtherEmail_IsRefusedByName(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<CommandException>(() => LetterFile.Read(Write("a.eml", text))).Message, StringComparison.Ordinal);

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
