using Router.Simulations.Commands;

namespace Router.Simulator.Tests.Commands;

/// <summary>What is no number, or none that may be, is told by what to write: nothing is simulated, and no type of the program's own is named.</summary>
public sealed class NumberOptionTests
{
    [Theory]
    [InlineData("truth", "--seed", "x", "a whole number, 0 or more")]
    [InlineData("truth", "--share", "half", "a number more than 0, at most 1000, such as 0.1")]
    [InlineData("truth", "--share", "0", "a number more than 0, at most 1000, such as 0.1")]
    [InlineData("truth", "--share", "NaN", "a number more than 0, at most 1000, such as 0.1")]
    [InlineData("truth", "--more-agents", "-1", "a whole number, 0 to 1000")]
    [InlineData("truth", "--service-factor", "x", "a number more than 0, at most 1000, such as 0.1")]
    [InlineData("estimates", "--minutes", "x", "a whole number, 1 to 10000000")]
    [InlineData("estimates", "--minutes", "0", "a whole number, 1 to 10000000")]
    [InlineData("estimates", "--seeds", "-1", "a whole number, 0 to 1000")]
    [InlineData("estimates", "--seed", "1.5", "a whole number, 0 or more")]
    [InlineData("bank", "--seed", "-1", "a whole number, 0 or more")]
    [InlineData("bank", "--from", "yesterday", "a day, such as 1999-08-01")]
    [InlineData("bank", "--to", "1999-08-32", "a day, such as 1999-08-01")]
    [InlineData("run", "--seed", "x", "a whole number, 0 or more")]
    [InlineData("run", "--runs", "0", "a whole number, 1 to 1000")]
    [InlineData("run", "--from", "x", "2026-03-02, or 2026-03-02T08:00")]
    public void WhatIsNoNumber_IsToldByWhatToWrite(string command, string option, string value, string form)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();

        Assert.Equal(1, SimulateCommand.Run([command, option, value], output, errors));

        Assert.Contains($"{option} is '{value}': write {form}.", errors.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("System.", errors.ToString() + output, StringComparison.Ordinal);
    }
}
