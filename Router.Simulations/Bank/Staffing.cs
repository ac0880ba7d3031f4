namespace Router.Simulations.Bank;

/// <summary>How many agents there are, beside those of the log.</summary>
internal enum Staffing
{
    /// <summary>Those of the log.</summary>
    AsLogged,

    /// <summary>One more: another one like the agent with the median time on duty.</summary>
    OneMore,

    /// <summary>One fewer: without the agent with the median time on duty.</summary>
    OneFewer,
}
