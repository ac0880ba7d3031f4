using System.Globalization;
using Router.Engine.Hours;
using Router.Engine.Policies;
using Router.Engine.Tests.Scaffold;

namespace Router.Engine.Tests.Hours;

public sealed class OpeningCalendarTests
{
    private const long Hour = 3_600_000;

    [Theory]
    [InlineData("2026-11-23T08:59:59Z", "2026-11-23T09:00:00Z")]
    [InlineData("2026-11-23T09:00:00Z", "2026-11-23T09:00:00Z")]
    [InlineData("2026-11-23T16:59:59Z", "2026-11-23T16:59:59Z")]
    [InlineData("2026-11-23T17:00:00Z", "2026-11-24T09:00:00Z")]
    [InlineData("2026-12-24T17:00:00Z", "2026-12-27T09:00:00Z")]
    [InlineData("2026-12-26T10:00:00Z", "2026-12-27T09:00:00Z")]
    [InlineData("2026-12-31T02:00:00Z", "2026-12-31T07:00:00Z")]
    [InlineData("2026-12-31T09:30:00Z", "2026-12-31T12:00:00Z")]
    public void OpensAt_ByTheWeekAndItsExceptions_IsTheNextOpening(string now, string opens) =>
        Assert.Equal(opens, OpensAt(Office("UTC"), now));

    [Theory]
    // The clocks go from 02:00 to 03:00 on March 27 and from 02:00 to 01:00 on October 25, 2026.
    [InlineData("Asia/Jerusalem", "2026-03-26T12:00:00Z", "2026-03-26T12:00:00Z")]
    [InlineData("Asia/Jerusalem", "2026-03-26T16:00:00Z", "2026-03-27T06:00:00Z")]
    [InlineData("Asia/Jerusalem", "2026-10-24T16:00:00Z", "2026-10-25T07:00:00Z")]
    [InlineData("America/New_York", "2026-03-08T00:00:00Z", "2026-03-08T13:00:00Z")]
    [InlineData("America/New_York", "2026-11-01T00:00:00Z", "2026-11-01T14:00:00Z")]
    // Zones with half and quarter hours, one of them with daylight-saving time of half an hour.
    [InlineData("Asia/Kolkata", "2026-11-23T00:00:00Z", "2026-11-23T03:30:00Z")]
    [InlineData("Asia/Kathmandu", "2026-11-23T00:00:00Z", "2026-11-23T03:15:00Z")]
    [InlineData("America/St_Johns", "2026-07-01T00:00:00Z", "2026-07-01T11:30:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-04-04T12:00:00Z", "2026-04-04T22:30:00Z")]
    [InlineData("Australia/Lord_Howe", "2026-10-03T12:00:00Z", "2026-10-03T22:00:00Z")]
    public void OpensAt_InAZone_IsByItsClocks(string zone, string now, string opens) => Assert.Equal(opens, OpensAt(Office(zone), now));

    [Theory]
    [InlineData("2026-03-27", 23)]
    [InlineData("2026-10-25", 25)]
    [InlineData("2026-11-23", 24)]
    public void After_OnADayOfDaylightSaving_CountsTheHoursThatItHas(string day, int hours)
    {
        var zone = Zone("Asia/Jerusalem");
        var calendar = new OpeningCalendar(Openings.In(zone, "00:00", "24:00"));
        var midnight = Ms(DateTime.Parse(day, CultureInfo.InvariantCulture), zone);
        var next = Ms(DateTime.Parse(day, CultureInfo.InvariantCulture).AddDays(1), zone);
        Assert.Equal(hours * Hour, next - midnight);
        Assert.Equal(next, calendar.After(midnight, hours * Hour));
    }

    [Theory]
    [InlineData("2026-03-26T20:00:00Z", "2026-03-27T23:00:00Z")]
    [InlineData("2026-10-24T20:00:00Z", "2026-10-24T22:30:00Z")]
    public void OpensAt_InAnHourThatTheClocksSkip_IsNotThatDay(string now, string opens) =>
        Assert.Equal(opens, OpensAt(new OpeningCalendar(Openings.In(Zone("Asia/Jerusalem"), now[5] == '0' ? "02:00" : "01:30", now[5] == '0' ? "03:00" : "01:45")), now));

    [Fact]
    public void OpensAt_InAnHourThatTheClocksShowTwice_IsBothTimes()
    {
        var calendar = new OpeningCalendar(Openings.In(Zone("Asia/Jerusalem"), "01:30", "01:45"));
        Assert.Equal("2026-10-24T22:30:00Z", OpensAt(calendar, "2026-10-24T20:00:00Z"));
        Assert.Equal("2026-10-24T23:30:00Z", OpensAt(calendar, "2026-10-24T22:45:00Z"));
        Assert.Equal("2026-10-25T23:30:00Z", OpensAt(calendar, "2026-10-24T23:45:00Z"));
    }

    [Theory]
    [InlineData("2026-11-23T10:00:00Z", 4, "2026-11-23T14:00:00Z")]
    [InlineData("2026-11-23T16:00:00Z", 4, "2026-11-24T12:00:00Z")]
    [InlineData("2026-11-23T20:00:00Z", 4, "2026-11-24T13:00:00Z")]
    [InlineData("2026-12-24T16:00:00Z", 2, "2026-12-27T10:00:00Z")]
    [InlineData("2026-11-23T09:00:00Z", 800, "2027-03-05T14:00:00Z")]
    public void After_SoManyHours_CountsOpenHoursAlone(string now, int hours, string then) =>
        Assert.Equal(then, Text(Office("UTC").After(Ms(now), hours * Hour)));

    [Fact]
    public void After_OpeningsThatAreOver_CountsAllHours()
    {
        var calendar = new OpeningCalendar(Openings.Daily("09:00", "17:00") with { Week = [], Days = [Openings.OneOff("2026-11-01", "09:00", "17:00")] });
        Assert.Equal("2026-11-01T17:00:00Z", Text(calendar.After(Ms("2026-11-01T09:00:00Z"), 8 * Hour)));
        Assert.Equal("2026-11-02T02:00:00Z", Text(calendar.After(Ms("2026-11-01T12:00:00Z"), 14 * Hour)));
        Assert.Equal(OpeningCalendar.Never, calendar.OpensAt(Ms("2026-11-01T17:00:00Z")));
    }

    [Fact]
    public void OpensAt_EachFebruary29Alone_IsFound() => Assert.Equal(
        "2028-02-29T09:00:00Z",
        OpensAt(new OpeningCalendar(Openings.Daily("09:00", "17:00") with { Week = [], Days = [Openings.OneOff("2028-02-29", "09:00", "17:00")] }), "2024-03-01T00:00:00Z"));

    [Fact]
    public void OpensAt_OverMidnight_DoesNotCloseBetween()
    {
        var calendar = new OpeningCalendar(Openings.Daily("22:00", "24:00") with
        {
            Week = [.. Enumerable.Range(1, 7).SelectMany(d => new[] { new WeeklyOpening(d, 0, 360), new WeeklyOpening(d, 1_320, 1_440) })],
        });
        Assert.Equal("2026-11-24T00:00:00Z", OpensAt(calendar, "2026-11-24T00:00:00Z"));
        Assert.Equal("2026-11-24T02:00:00Z", Text(calendar.After(Ms("2026-11-23T23:00:00Z"), 3 * Hour)));
        Assert.Equal("2026-11-24T22:00:00Z", OpensAt(calendar, "2026-11-24T06:00:00Z"));
    }

    /// <summary>Each minute of three years, said once more by what the clock shows.</summary>
    [Theory]
    [InlineData("Asia/Jerusalem")]
    [InlineData("Australia/Lord_Howe")]
    [InlineData("Africa/Casablanca")]
    public void OpensAt_AtAnyMinute_AgreesWithTheClockOnTheWall(string name)
    {
        var zone = Zone(name);
        var calendar = new OpeningCalendar(Openings.In(zone, "01:10", "02:20"));
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var now = DateTimeOffset.FromUnixTimeSeconds(1_767_225_600 + (60L * random.Next(3 * 365 * 1_440)));
            var minute = TimeZoneInfo.ConvertTime(now, zone).TimeOfDay.TotalMinutes;
            Assert.True(minute is >= 70 and < 140 == (calendar.OpensAt(now.ToUnixTimeMilliseconds()) == now.ToUnixTimeMilliseconds()), $"{now:u} in {name}");
        }
    }

    /// <summary>Nine to five, closed from December 25 to 26, and on December 31 open from seven to nine and from noon to one.</summary>
    private static OpeningCalendar Office(string zone) => new(Openings.In(
        Zone(zone),
        "09:00",
        "17:00",
        null,
        Openings.Holiday("2026-12-25"),
        Openings.Holiday("2026-12-26"),
        Openings.OneOff("2026-12-31", "12:00", "13:00"),
        Openings.OneOff("2026-12-31", "07:00", "09:00")));

    private static TimeZoneInfo Zone(string name) => TimeZoneInfo.FindSystemTimeZoneById(name);

    private static string OpensAt(OpeningCalendar calendar, string now) => Text(calendar.OpensAt(Ms(now)));

    private static long Ms(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();

    private static long Ms(DateTime local, TimeZoneInfo zone) => new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUnixTimeMilliseconds();

    private static string Text(long ms) => DateTimeOffset.FromUnixTimeMilliseconds(ms).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
