using Router.Server.Store;

namespace Router.Store.Tests.Starting;

public sealed class RedisOptionsTests
{
    [Fact]
    public void Validate_OfTheDefaults_Succeeds() => Assert.True(Validate(new RedisOptions()).Succeeded);

    [Fact]
    public void Validate_OfEverythingWrong_NamesEveryMistakeWithWhatItMayBe()
    {
        var result = Validate(new RedisOptions
        {
            DataFolder = "",
            ServerPath = " ",
            ConnectSeconds = 0,
            ConfirmingReplicas = 0,
            EventsKept = 999,
            EventsKeptDays = 366,
        });

        Assert.Equal(
            [
                "Redis:DataFolder is empty; it may be a path.",
                "Redis:ServerPath is empty; it may be a path.",
                "Redis:ConnectSeconds is 0; it may be 1 to 600.",
                "Redis:ConfirmingReplicas is 0; it may be 1 to 10.",
                "Redis:EventsKept is 999; it may be 1000 to 1000000000.",
                "Redis:EventsKeptDays is 366; it may be 1 to 365.",
            ],
            result.Failures!);
    }

    [Theory]
    [InlineData("localhost:6379,unknownOption=1")]
    [InlineData("localhost:6379,connectTimeout=soon")]
    [InlineData("password=secret-word")]
    public void Validate_OfAMalformedConfiguration_SaysSoWithoutTheSecret(string configuration)
    {
        var failure = Assert.Single(Validate(new RedisOptions { Configuration = configuration }).Failures!);

        Assert.StartsWith("Redis:Configuration", failure);
        Assert.Contains("host:port", failure);
        Assert.DoesNotContain("secret-word", failure);
    }

    [Theory]
    [InlineData("localhost:6379")]
    [InlineData("!/run/redis.sock,password=x")]
    [InlineData("a:26379,b:26379,serviceName=tickets")]
    public void Validate_OfAWellFormedConfiguration_Succeeds(string configuration) =>
        Assert.True(Validate(new RedisOptions { Configuration = configuration }).Succeeded);

    private static Microsoft.Extensions.Options.ValidateOptionsResult Validate(RedisOptions options) =>
        new RedisOptionsValidator().Validate(null, options);
}
