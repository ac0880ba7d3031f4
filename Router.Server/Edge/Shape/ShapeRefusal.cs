using Grpc.Core;
using Router.Policies.Shape;
using Router.Server.Edge.Refusals;

namespace Router.Server.Edge.Shape;

/// <summary>The mistake of a <see cref="ShapeCheck"/> as a refusal.</summary>
internal static class ShapeRefusal
{
    extension(in ShapeCheck check)
    {
        /// <summary>The refusal, or null where there is no mistake.</summary>
        public Refused? Refused => check.Mistake is { } mistake ? Refusals.Refused.From(mistake) : null;

        /// <summary>Ends the call if there is a mistake.</summary>
        /// <exception cref="RpcException">There is one.</exception>
        public void Require()
        {
            if (check.Refused is { } refused)
            {
                throw refused.ToException();
            }
        }
    }
}
