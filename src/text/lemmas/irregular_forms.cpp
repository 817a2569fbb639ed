#include "text/lemmas/hunspell_lemmas.hpp"

#include <algorithm>
#include <array>

namespace tarazy {
namespace {

using Entry = std::pair<std::string_view, std::string_view>;

template <std::size_t n>
constexpr std::array<Entry, n> sorted_forms(std::array<Entry, n> forms) {
    std::ranges::sort(forms);
    return forms;
}

constexpr auto english = sorted_forms(std::to_array<Entry>({
    {"am", "be"}, {"are", "be"}, {"is", "be"}, {"was", "be"}, {"were", "be"}, {"been", "be"}, {"being", "be"},
    {"'m", "be"}, {"'re", "be"}, {"ai", "be"}, {"has", "have"}, {"had", "have"}, {"having", "have"}, {"'ve", "have"},
    {"does", "do"}, {"did", "do"}, {"done", "do"}, {"doing", "do"}, {"'ll", "will"}, {"wo", "will"}, {"ca", "can"},
    {"n't", "not"}, {"n’t", "not"}, {"an", "a"}, {"me", "I"}, {"us", "we"}, {"him", "he"}, {"them", "they"},
    {"these", "this"}, {"those", "that"}, {"went", "go"}, {"gone", "go"}, {"goes", "go"}, {"said", "say"},
    {"made", "make"}, {"took", "take"}, {"taken", "take"}, {"came", "come"}, {"saw", "see"}, {"seen", "see"},
    {"got", "get"}, {"gotten", "get"}, {"gave", "give"}, {"given", "give"}, {"knew", "know"}, {"known", "know"},
    {"thought", "think"}, {"told", "tell"}, {"found", "find"}, {"became", "become"}, {"kept", "keep"},
    {"left", "leave"}, {"held", "hold"}, {"brought", "bring"}, {"began", "begin"}, {"begun", "begin"},
    {"wrote", "write"}, {"written", "write"}, {"stood", "stand"}, {"heard", "hear"}, {"led", "lead"}, {"met", "meet"},
    {"paid", "pay"}, {"sent", "send"}, {"built", "build"}, {"spent", "spend"}, {"won", "win"}, {"bought", "buy"},
    {"sold", "sell"}, {"fought", "fight"}, {"taught", "teach"}, {"caught", "catch"}, {"sought", "seek"},
    {"spoke", "speak"}, {"spoken", "speak"}, {"broke", "break"}, {"broken", "break"}, {"chose", "choose"},
    {"chosen", "choose"}, {"drew", "draw"}, {"drawn", "draw"}, {"drove", "drive"}, {"driven", "drive"},
    {"ate", "eat"}, {"eaten", "eat"}, {"fell", "fall"}, {"fallen", "fall"}, {"felt", "feel"}, {"flew", "fly"},
    {"flown", "fly"}, {"forgot", "forget"}, {"forgotten", "forget"}, {"grew", "grow"}, {"grown", "grow"},
    {"laid", "lay"}, {"lost", "lose"}, {"meant", "mean"}, {"ran", "run"}, {"rose", "rise"}, {"risen", "rise"},
    {"sat", "sit"}, {"shot", "shoot"}, {"showed", "show"}, {"shown", "show"}, {"slept", "sleep"}, {"stole", "steal"},
    {"threw", "throw"}, {"thrown", "throw"}, {"understood", "understand"}, {"wore", "wear"}, {"worn", "wear"},
    {"men", "man"}, {"women", "woman"}, {"children", "child"}, {"people", "people"}, {"feet", "foot"},
    {"teeth", "tooth"}, {"lives", "life"}, {"wives", "wife"}, {"data", "data"}, {"media", "media"},
    {"best", "good"}, {"better", "good"}, {"worse", "bad"}, {"worst", "bad"}, {"has", "have"}, {"this", "this"},
    {"his", "his"}, {"her", "her"}, {"its", "its"}, {"as", "as"}, {"us", "we"}, {"does", "do"}, {"could", "could"},
    {"would", "would"}, {"should", "should"}, {"might", "might"}, {"during", "during"}, {"according", "accord"},
    {"states", "state"}, {"united", "unite"}, {"i", "I"}, {"nations", "nation"}, {"weapons", "weapon"},
    {"lying", "lie"}, {"dying", "die"}, {"tying", "tie"}, {"lay", "lie"}, {"lied", "lie"}, {"died", "die"},
    {"tried", "try"}, {"used", "use"}, {"agreed", "agree"}, {"everything", "everything"}, {"something", "something"},
    {"nothing", "nothing"}, {"anything", "anything"}, {"morning", "morning"}, {"evening", "evening"},
}));

constexpr auto russian = sorted_forms(std::to_array<Entry>({
    {"меня", "я"}, {"мне", "я"}, {"мной", "я"}, {"мною", "я"}, {"тебя", "ты"}, {"тебе", "ты"}, {"тобой", "ты"},
    {"его", "он"}, {"него", "он"}, {"ему", "он"}, {"нему", "он"}, {"им", "он"}, {"ним", "он"}, {"нём", "он"},
    {"нем", "он"}, {"она", "она"}, {"её", "она"}, {"ее", "она"}, {"неё", "она"}, {"нее", "она"}, {"ей", "она"},
    {"ней", "она"}, {"ею", "она"}, {"оно", "оно"}, {"они", "они"}, {"их", "они"}, {"них", "они"}, {"ими", "они"},
    {"ними", "они"}, {"нас", "мы"}, {"нам", "мы"}, {"нами", "мы"}, {"вас", "вы"}, {"вам", "вы"}, {"вами", "вы"},
    {"себе", "себя"}, {"собой", "себя"}, {"собою", "себя"}, {"кого", "кто"}, {"кому", "кто"}, {"кем", "кто"},
    {"ком", "кто"}, {"чего", "что"}, {"чему", "что"}, {"чем", "чем"}, {"чём", "что"}, {"люди", "человек"},
    {"людей", "человек"}, {"людям", "человек"}, {"людьми", "человек"}, {"людях", "человек"}, {"дети", "ребёнок"},
    {"детей", "ребёнок"}, {"детям", "ребёнок"}, {"детьми", "ребёнок"}, {"лет", "год"}, {"был", "быть"},
    {"была", "быть"}, {"было", "быть"}, {"были", "быть"}, {"будет", "быть"}, {"будут", "быть"}, {"есть", "быть"},
    {"этого", "это"}, {"этому", "это"}, {"это", "это"}, {"эта", "этот"}, {"эти", "этот"}, {"этой", "этот"},
    {"этим", "этот"}, {"этом", "этот"}, {"эту", "этот"}, {"этих", "этот"}, {"этими", "этот"}, {"тем", "то"},
    {"том", "тот"}, {"того", "тот"}, {"той", "тот"}, {"тех", "тот"}, {"те", "тот"}, {"та", "тот"}, {"ту", "тот"},
    {"то", "то"}, {"тому", "то"}, {"всех", "весь"}, {"все", "весь"}, {"всё", "всё"}, {"всего", "всего"},
    {"вся", "весь"}, {"всей", "весь"}, {"всю", "весь"}, {"всем", "весь"}, {"всеми", "весь"}, {"во", "в"},
    {"со", "с"}, {"ко", "к"}, {"об", "о"}, {"обо", "о"}, {"изо", "из"}, {"передо", "перед"}, {"надо", "надо"},
    {"больше", "больше"}, {"более", "более"}, {"для", "для"}, {"при", "при"}, {"или", "или"}, {"также", "также"},
    {"после", "после"}, {"уже", "уже"}, {"так", "так"}, {"как", "как"}, {"где", "где"},
    {"одна", "один"}, {"одной", "один"}, {"одного", "один"}, {"одно", "один"}, {"одном", "один"}, {"одним", "один"},
    {"которые", "который"}, {"которая", "который"}, {"которое", "который"}, {"которых", "который"},
    {"которой", "который"}, {"которого", "который"}, {"которым", "который"}, {"которую", "который"},
    {"котором", "который"}, {"которому", "который"}, {"которыми", "который"},
}));

}  // namespace

IrregularForms english_irregular_forms() { return english; }
IrregularForms russian_irregular_forms() { return russian; }

}  // namespace tarazy
