using Azure.Data.Tables;

namespace Moderation.Audit;

/// <summary>The chain's columns in a state row.</summary>
internal static class ChainColumns
{
    public const string Length = "ChainLength";
    public const string Hash = "ChainHash";

    public static void Write(TableEntity state, AuditChain chain)
    {
        state[Length] = chain.Length;
        state[Hash] = chain.Hash;
    }

    public static AuditChain Read(TableEntity state) =>
        new(state.GetInt32(Length) ?? 0, state.GetString(Hash) ?? AuditEvent.NoHash);
}
