using Router.Policies.Shape;

namespace Router.Server.Tests.Edge;

public sealed class LanguageTagTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("he")]
    [InlineData("pt-BR")]
    [InlineData("es-419")]
    [InlineData("zh-Hant-TW")]
    [InlineData("sr-Latn")]
    [InlineData("zh-cmn-Hans-CN")]
    [InlineData("sl-rozaj-biske-1994")]
    [InlineData("de-CH-1901")]
    [InlineData("en-a-bbb-x-a-ccc")]
    [InlineData("de-DE-u-co-phonebk")]
    [InlineData("x-whatever")]
    [InlineData("qaa-Qaaa-QM-x-southern")]
    [InlineData("i-klingon")]
    [InlineData("en-GB-oed")]
    [InlineData("SGN-be-FR")]
    [InlineData("zh-min-nan")]
    [InlineData("art-lojban")]
    [InlineData("abcd")]
    [InlineData("abcdefgh")]
    public void IsWellFormed_TagOfTheGrammar_True(string tag) => Assert.True(LanguageTag.IsWellFormed(tag));

    [Theory]
    [InlineData("")]
    [InlineData("e")]
    [InlineData("english!")]
    [InlineData("abcdefghi")]
    [InlineData("pt_BR")]
    [InlineData("pt-")]
    [InlineData("-pt")]
    [InlineData("pt--BR")]
    [InlineData("en-a")]
    [InlineData("en-a-b")]
    [InlineData("x")]
    [InlineData("x-")]
    [InlineData("x-waytoolong")]
    [InlineData("de-419-DE")]
    [InlineData("a-DE")]
    [InlineData("ar-a-aaa-b-bbb-a-ccc-d")]
    [InlineData("עברית")]
    [InlineData("en\n")]
    [InlineData("en en")]
    [InlineData("i-notone")]
    [InlineData("*")]
    [InlineData("en-x-aaaaaaaa-bbbbbbbb-cccccccc-dddd")]
    public void IsWellFormed_AnythingElse_False(string tag) => Assert.False(LanguageTag.IsWellFormed(tag));

    [Fact]
    public void Normalise_AnyCase_LowerCase() => Assert.Equal("zh-hant-tw", LanguageTag.Normalise("zh-Hant-TW"));
}
