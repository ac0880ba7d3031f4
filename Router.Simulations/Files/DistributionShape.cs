using Google.Protobuf.WellKnownTypes;
using Router.Engine;
using Router.Policies.Shape;
using Router.Simulator.Chance;

namespace Router.Simulations.Files;

/// <summary>Reads how long something takes by chance, into minutes.</summary>
internal static class DistributionShape
{
    private const long MostMs = 7 * TimeSpan.MillisecondsPerDay;
    private const double MsPerMinute = 60_000;
    private const double MostVariation = 10;

    /// <summary>Reads it.</summary>
    /// <param name="check">Takes the mistakes.</param>
    /// <param name="distribution">What came in, or null.</param>
    /// <param name="field">Where.</param>
    /// <returns>Null where it is left out.</returns>
    public static Distribution? Read(ref ShapeCheck check, Form.Distribution? distribution, string field)
    {
        switch (distribution?.KindCase)
        {
            case null:
                return null;
            case Form.Distribution.KindOneofCase.Constant:
                return new Constant(Minutes(ref check, distribution.Constant, $"{field}.constant", 0));
            case Form.Distribution.KindOneofCase.Exponential:
                if (distribution.Exponential.Variation is not (0 or 1))
                {
                    check.Fail(Reason.OutOfRange, $"{field}.exponential.variation", "is set", "to leave it out: it is 1; or log_normal, or gamma");
                }

                return new Exponential(Minutes(ref check, distribution.Exponential.Mean, $"{field}.exponential.mean", 1));
            case Form.Distribution.KindOneofCase.LogNormal:
                return new LogNormal(
                    Minutes(ref check, distribution.LogNormal.Mean, $"{field}.log_normal.mean", 1),
                    Variation(ref check, distribution.LogNormal.Variation, $"{field}.log_normal.variation"));
            case Form.Distribution.KindOneofCase.Gamma:
                var mean = Minutes(ref check, distribution.Gamma.Mean, $"{field}.gamma.mean", 1);
                var shape = 1 / Math.Pow(Variation(ref check, distribution.Gamma.Variation, $"{field}.gamma.variation"), 2);
                return new Gamma(shape, shape / mean);
            case Form.Distribution.KindOneofCase.Uniform:
                var least = Minutes(ref check, distribution.Uniform.Least ?? new Duration(), $"{field}.uniform.least", 0);
                var most = Minutes(ref check, distribution.Uniform.Most, $"{field}.uniform.most", 1);
                if (most < least)
                {
                    check.Fail(Reason.OutOfRange, $"{field}.uniform.most", "is less than 'least'", "not less");
                }

                return new Uniform(least, most);
            default:
                check.Fail(Reason.InvalidRequest, field, "is empty", "one of constant, exponential, log_normal, gamma, uniform");
                return null;
        }
    }

    private static double Minutes(ref ShapeCheck check, Duration? length, string field, long least)
    {
        if (length is null)
        {
            check.Fail(Reason.OutOfRange, field, "is missing", "a time such as '300s'");
        }

        var ms = check.Milliseconds(length, field, least, MostMs);
        // After a mistake any number serves.
        return (ms == 0 && least > 0 ? 1 : ms) / MsPerMinute;
    }

    private static double Variation(ref ShapeCheck check, double variation, string field)
    {
        if (variation is > 0 and <= MostVariation)
        {
            return variation;
        }

        check.Fail(Reason.OutOfRange, field, FormattableString.Invariant($"is {variation}"), $"standard deviation by mean, above 0 and at most {MostVariation}");
        return 1;
    }
}
