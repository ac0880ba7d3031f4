using Router.CallLog;

namespace Router.Clients.Tests.Cli;

public sealed class CallLogReaderTests
{
    private const string Header = "date,call_id,line,customer_id,priority,type,vru_entry,vru_time,q_start,q_time,outcome,ser_start,ser_time,server";
    private const string Good = "1999-08-02,7473,AA0208,703074,2,PS,10:06:13,-76,10:04:57,124,AGENT,10:07:00,461,NAAMA";

    [Fact]
    public void Read_RealDay_HasItsRows() => Assert.Equal(2_363, DemoLog.Rows.Count);

    [Fact]
    public void Read_RealHalfHour_Has108RowsOf103ReachTheQueue()
    {
        var rows = DemoLog.Rows.Where(DemoLog.HalfAnHour.Has).ToList();

        Assert.Equal(108, rows.Count);
        Assert.Equal(103, rows.Count(row => row.ReachedQueue));
    }

    [Fact]
    public void Read_Row_HasAllColumns()
    {
        var row = Assert.Single(Read(Header, Good));

        Assert.Equal(
            new CallRow
            {
                FileLine = 2,
                CallId = "7473",
                Line = "AA0208",
                CustomerId = "703074",
                Priority = 2,
                Type = "PS",
                MenuEntry = DemoLog.At("10:06:13"),
                MenuSeconds = -76,
                QueueStart = DemoLog.At("10:04:57"),
                QueueSeconds = 124,
                Outcome = Outcome.Agent,
                ServiceStart = DemoLog.At("10:07:00"),
                ServiceSeconds = 461,
                Server = "NAAMA",
            },
            row);
        Assert.Equal("1999-08-02/AA0208/7473", row.Key);
    }

    [Fact]
    public void Read_ServiceAfterMidnight_IsOnTheNextDay()
    {
        var row = Assert.Single(Read(Header, "1999-08-02,1,AA01,0,0,PS,23:59:50,5,23:59:55,10,AGENT,0:00:05,60,AVI"));

        Assert.Equal(DemoLog.At("00:00:05").AddDays(1), row.ServiceStart);
    }

    [Theory]
    [InlineData("date", "2.8.1999", "a day such as 1999-08-02")]
    [InlineData("call_id", "", "a text that is not empty")]
    [InlineData("priority", "3", "a whole number, 0 to 2")]
    [InlineData("type", "XX", "PS, PE, IN, NE, NW, TT")]
    [InlineData("vru_entry", "25:00:00", "a time of day such as 9:05:00")]
    [InlineData("vru_time", "5s", "a whole number of seconds, -86400 to 86400")]
    [InlineData("q_start", "10:04", "a time of day such as 9:05:00")]
    [InlineData("q_time", "-1", "a whole number of seconds, 0 to 86400")]
    [InlineData("outcome", "LOST", "AGENT, HANG, PHANTOM")]
    [InlineData("ser_start", "x", "a time of day such as 9:05:00")]
    [InlineData("ser_time", "1.5", "a whole number of seconds, 0 to 86400")]
    public void Read_MalformedField_NamesFileLineColumnAndWhatItMayBe(string column, string text, string expected)
    {
        var fields = Good.Split(',');
        fields[CallLogReader.Columns.IndexOf(column)] = text;

        var error = Assert.Throws<MalformedLogException>(() => Read(Header, Good, string.Join(',', fields)));

        Assert.Equal($"log.csv:3: column {column}: '{text}' may be {expected}.", error.Message);
        Assert.Equal((3, column), (error.Line, error.Column));
    }

    [Theory]
    [InlineData(Good + ",more", "15 columns")]
    [InlineData("1999-08-02,7473", "2 columns")]
    public void Read_OtherColumns_NamesFileLineAndHowManyThereMayBe(string row, string found)
    {
        var error = Assert.Throws<MalformedLogException>(() => Read(Header, row));

        Assert.StartsWith($"log.csv:2: {found}: there may be 14, date, call_id,", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_QuoteThatIsNotClosed_NamesTheLine()
    {
        var error = Assert.Throws<MalformedLogException>(() => Read(Header, Good, Good.Replace("7473", "\"7473", StringComparison.Ordinal)));

        Assert.Equal(3, error.Line);
    }

    [Theory]
    [InlineData("")]
    [InlineData("call_id,date")]
    public void Read_OtherHeader_SaysWhatItMayBe(string header)
    {
        var error = Assert.Throws<MalformedLogException>(() => Read(header));

        Assert.Equal($"log.csv:1: the first line may be '{Header}'.", error.Message);
    }

    private static IReadOnlyList<CallRow> Read(params string[] lines) => CallLogReader.Read(new StringReader(string.Join('\n', lines)), "log.csv");
}
