#if !EXPLORE
using FsCheck.Xunit;

// The gate says the same twice: whoever wants new examples runs `dotnet test -p:Explore=true` (docs/contributing.md).
[assembly: Properties(Replay = "20260901,1971")]
#endif
