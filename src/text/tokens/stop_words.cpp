#include "text/tokens/stop_words.hpp"

#include "base/text_lists.hpp"

namespace tarazy {
namespace {

constexpr const char* english_stop_words =
    "a an the i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she "
    "her hers herself it its itself they them their theirs themselves this that these those who whom whose which what "
    "whatever whoever whichever where when why how whether if unless because although though while whereas since until "
    "till as than then so such and or but nor yet both either neither not no none of in on at by for with without "
    "within from to into onto upon about above below under over between among amongst through throughout during before "
    "after against towards toward across along around behind beside besides beyond despite except per via out off up "
    "down there here is am are was were be been being isn't aren't wasn't weren't do does did doing done don't doesn't "
    "didn't have has had having haven't hasn't hadn't will would shall should can could may might must ought cannot "
    "can't couldn't won't wouldn't shouldn't i'm we're you're they're he's she's it's that's there's let's i've we've "
    "they've i'd we'd i'll we'll any some each every all most many much more less few several other others another own "
    "same too very just only also even still again once ever never however therefore thus hence moreover furthermore "
    "indeed rather quite perhaps already always often well now";

constexpr const char* russian_stop_words =
    "и а но да или либо ни не нет же ли бы б ведь вот лишь только даже уж уже ещё еще в во на с со к ко у о об обо от "
    "ото до по под подо над из изо за для без безо при про через перед передо между среди около после против вокруг "
    "вместо кроме ради сквозь вне внутри путём путем посредством я меня мне мной мною мы нас нам нами ты тебя тебе "
    "тобой вы вас вам вами он его него ему нему им ним нём нем она её ее неё нее ей ней ею нею оно они их них ими ними "
    "себя себе собой свой своя своё свое свои своего своей своему своим своими своих свою мой моя моё мое мои моего "
    "моей моих наш наша наше наши нашего нашей нашему нашим нашими наших нашу ваш ваша ваше ваши вашего вашей ваших "
    "вашу этот эта это эти этого этой этому этим этом этих этими эту тот та то те того той тому тем том тех теми ту "
    "такой такая такое такие такого таких таким также тоже так как какой какая какое какие каких который которая "
    "которое которые которого которой которых котором которым которыми которую кто кого кому кем ком что чего чему чем "
    "чём чтобы чтоб если когда пока где куда откуда почему потому поэтому зачем хотя поскольку будто словно быть есть "
    "был была было были буду будет будем будут будучи бывает весь вся всё все всего всей всему всем всеми всех всю "
    "сам сама само сами самого самой самих каждый каждая каждое каждого каждой другой другая другое другие других "
    "иной иные можно нужно надо очень более менее там тут здесь теперь ныне тогда затем потом";

constexpr const char* kazakh_stop_words =
    "мен пен бен және әрі да де та те ал ма ме ба бе па пе ғой қой ғана тек ақ бірақ алайда дегенмен немесе не әлде "
    "яки яғни өйткені себебі сондықтан сол осы бұл ана мына сонау анау мынау ол олар оның олардың оған оларға оны "
    "оларды онда одан олардан онымен олармен бұның мұның бұны мұны бұған мұнда бұдан бұлар соның осының соны осыны "
    "соған "
    "осыған сонда осында содан осыдан сонымен осымен мені маған менің менде менен сен сені саған сенің сіз сізді сізге "
    "сіздің біз бізді бізге біздің бізде бізден өз өзі өзін өзіне өзінің өзіміз өзіміздің өзім өзімнің өздері өздерін "
    "өздерінің кім кімнің кімді қандай қанша қай қайда қашан қалай неге ненің нені барлық барлығы бәрі бүкіл әр әрбір "
    "кейбір басқа өзге еш ешқандай егер еді екен екені екенін емес бар жоқ болып болды болған болады болатын болса "
    "бола "
    "болу болуы деп деген дейді дейтін дегені үшін туралы жайлы бойынша арқылы дейін кейін соң бұрын сайын қарай қарсы "
    "ретінде сияқты секілді тәрізді қатар байланысты қарамастан бері гөрі бірге тағы өте ең тым әлі енді міне солай "
    "осылай былай сондай осындай мұндай ондай сондай-ақ тиіс керек қажет мүмкін";

constexpr const char* chinese_stop_words =
    "的 了 和 与 及 以及 或 或者 而 而且 并 并且 但 但是 因为 所以 因此 如果 虽然 即使 是 在 有 于 从 到 向 对 对于 "
    "关于 "
    "把 被 让 给 为 为了 由 以 将 之 其 这 这个 这些 那 那个 那些 此 我 我们 你 你们 您 他 他们 她 她们 它 它们 自己 "
    "什么 谁 哪 哪里 怎么 怎样 如何 不 没 没有 也 都 就 才 又 还 很 更 最 已 已经 正在 会 能 能够 可以 可 应 应该 应当 "
    "要 必须 着 过 地 得 吗 呢 吧 啊 等 等等 所 者 各 每 该 本 一个 一些 中 上 下 里 内";

}  // namespace

std::vector<std::string> usual_stop_words(std::string_view language) {
    const char* words = language == "en"   ? english_stop_words
                        : language == "ru" ? russian_stop_words
                        : language == "kk" ? kazakh_stop_words
                        : language == "zh" ? chinese_stop_words
                                           : "";
    return listed(words, ' ');
}

}  // namespace tarazy
