using Moderation.Consent;

namespace Moderation.Tests.Consent;

public sealed class PersonSearchTests
{
    private static readonly ConsentRegister Register = new(
        [
            Of("p-1", "Zoë", "el", "Amrani", "4H3", "001807"),
            Of("p-2", "Anne-Fleur", null, "Jansen-de Vries", "5V", "001808"),
            Of("p-3", "Noor", null, "Yılmaz", "2C", "001809"),
            Of("p-4", "Roos", null, "Bakker", "3B", "001810"),
            Of("p-5", "Rosalie", null, "Bakkeren", "3B", "001811"),
            Of("p-6", "Daan", "van 't", "Hof", "1A", "001812"),
        ],
        [], [], ConsentPolicy.School);

    private static Person Of(string id, string call, string? infix, string surname, string group, string number) => new()
    {
        Id = PersonId.Parse(id), Kind = PersonKind.Pupil, CallName = call, Infix = infix, Surname = surname, Classes = [group], StudentNumber = number,
    };

    [Theory]
    [InlineData("zoe", "p-1")]
    [InlineData("Amrani, Zoë", "p-1")]
    [InlineData("el amrani", "p-1")]
    [InlineData("fleur vries", "p-2")]
    [InlineData("anne-fleur", "p-2")]
    [InlineData("yilmaz", "p-3")]
    [InlineData("3b", "p-4 p-5")]
    [InlineData("bak 3B", "p-4 p-5")]
    [InlineData("Roos Bakker", "p-4")]
    [InlineData("1810", "p-4")] // without the zeros
    [InlineData("001810", "p-4")]
    [InlineData("daan van ’t hof", "p-6")]
    [InlineData("p-3", "p-3")]
    [InlineData("akker", "")] // the beginning of a word, not its middle
    [InlineData("  ", "")]
    public void People_are_found_by_the_beginnings_of_words(string query, string found) =>
        Assert.Equal(found, string.Join(' ', PersonSearch.Find(Register, query).Select(p => p.Id)));
}
