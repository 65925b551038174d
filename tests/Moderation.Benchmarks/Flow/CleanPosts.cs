using System.Globalization;
using Moderation.Drafts;

namespace Moderation.Benchmarks.Flow;

/// <summary>Ordinary posts without people in which no check finds anything, each text once.</summary>
internal static class CleanPosts
{
    private static readonly string[] Days = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag"];
    private static readonly string[] Classes = ["1A", "1B", "2C", "2D", "3E", "3F", "4H1", "4V2", "5H2", "5V1", "6V3"];

    private static readonly string[] Texts =
    [
        "Roosterwijziging voor {0}: {1} vervalt het derde uur. Het vierde uur is in lokaal {2}. Kijk 's ochtends voor de zekerheid nog even in Magister.",
        "De excursie van {0} gaat {1} door. We verzamelen om 8.45 uur bij lokaal {2}. Neem een lunchpakket, een regenjas en je fiets mee.",
        "De mediatheek is {1} open van 8.00 tot 17.00 uur. Leerlingen uit {0} kunnen in ruimte {2} in stilte werken aan hun profielwerkstuk.",
        "Het practicum scheikunde van {0} is {1} in lokaal {2}. Trek een laboratoriumjas aan en bind lang haar vast.",
        "De ouderavond voor {0} begint {1} om 19.30 uur. De mentoren ontvangen u in lokaal {2}. Koffie en thee staan klaar in de aula.",
        "Voor {0} is er {1} huiswerkbegeleiding in lokaal {2}. Aanmelden hoeft niet: loop binnen met je boeken en je vragen.",
    ];

    /// <param name="number">Another number gives another text.</param>
    public static Submission Post(int number)
    {
        var left = Math.DivRem(number, Texts.Length, out var text);
        left = Math.DivRem(left, Days.Length, out var day);
        left = Math.DivRem(left, Classes.Length, out var group);
        return new Submission
        {
            Title = string.Create(CultureInfo.InvariantCulture, $"Bericht voor {Classes[group]}"),
            Text = string.Format(CultureInfo.InvariantCulture, Texts[text], Classes[group], Days[day], 100 + left),
            Channels = ["website"],
            Purpose = PostPurpose.Inform,
            Declarations = [Declaration.FactsChecked, Declaration.ThoughtOver],
        };
    }
}
