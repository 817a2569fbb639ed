#include "analyses/sample_result_test.hpp"

#include "analyses/all_methods.hpp"
#include "base/program_version.hpp"
#include "io/read_table.hpp"

#include <cmath>
#include <sstream>

namespace tarazy {
namespace {

std::vector<std::string> split(const std::string& text, char separator) {
    std::vector<std::string> parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
    return parts;
}

/// Rows of the balance table as they are made, one vector a column.
struct ShareColumns {
    std::vector<std::string> state, domain, pole, flag;
    std::vector<std::int64_t> year, n, session;
    std::vector<double> closeness, closeness_low, closeness_high, share, share_low, share_high, p_nearest;

    [[nodiscard]] Table table() const {
        Table table;
        table.add("state", Column(std::span(state)));
        table.add("year", Column(year));
        table.add("domain", Column(std::span(domain)));
        table.add("pole", Column(std::span(pole)));
        table.add("closeness", Column(closeness));
        table.add("closeness_q05", Column(closeness_low));
        table.add("closeness_q95", Column(closeness_high));
        table.add("share", Column(share));
        table.add("share_q05", Column(share_low));
        table.add("share_q95", Column(share_high));
        table.add("p_nearest", Column(p_nearest));
        table.add("n", Column(n));
        table.add("session", Column(session));
        table.add("flag", Column(std::span(flag)));
        return table;
    }
};

const std::vector<std::string> pole_ids{"RUS", "CHN", "WEST"};

/// Closeness that wanders slowly; the West falls where the agenda changes.
std::vector<double> invented_closeness(int year, double shift) {
    const double t = year - 1992;
    const double west = year >= 2024 ? 0.22 : 0.52 - 0.004 * t + 0.02 * std::sin(t);
    return {0.70 + 0.05 * std::sin(t / 4 + shift), 0.66 + 0.006 * t + 0.03 * std::cos(t / 3 + shift),
            west - shift / 20};
}

void add_share_year(ShareColumns& columns, const std::string& state, int year, const std::vector<double>& closeness,
                    double spread, const std::string& domain) {
    const double missing = std::nan("");
    const double sum = closeness[0] + closeness[1] + closeness[2];
    const bool votes = domain == "votes";
    for (std::size_t p = 0; p < 3; ++p) {
        const double share = closeness[p] / sum;
        columns.state.push_back(state);
        columns.year.push_back(year);
        columns.domain.push_back(domain);
        columns.pole.push_back(pole_ids[p]);
        columns.closeness.push_back(closeness[p]);
        columns.closeness_low.push_back(votes ? closeness[p] - spread : missing);
        columns.closeness_high.push_back(votes ? closeness[p] + spread : missing);
        columns.share.push_back(share);
        columns.share_low.push_back(votes ? share - spread / 3 : missing);
        columns.share_high.push_back(votes ? share + spread / 3 : missing);
        columns.p_nearest.push_back(votes ? (p == 1 ? 0.8 : 0.1) : missing);
        columns.n.push_back(votes ? 80 : Column::missing_integer);
        columns.session.push_back(votes ? year - 1945 : Column::missing_integer);
        columns.flag.push_back(votes && year >= 2024 ? "agenda" : "");
    }
}

/// @param rest  poles and time: "RUS-CHN.1992-2012"
Claim invented_claim(const std::string& analysis, const std::string& quantity, const std::string& rest, double value,
                     double spread) {
    Claim claim;
    claim.id = analysis + '.' + quantity + '.' + rest;
    const std::size_t point = rest.find('.');
    if (point != std::string::npos) claim.parts.about = split(rest.substr(0, point), '-');
    claim.parts.quantity = quantity;
    claim.parts.time = point == std::string::npos ? rest : rest.substr(point + 1);
    claim.analysis = analysis;
    claim.quantity = quantity;
    claim.subject = "KAZ, " + rest;
    claim.value = value;
    if (spread > 0) claim.interval = Interval{value - spread, value + spread, 0.9, "bootstrap percentile"};
    claim.method = "align shares";
    claim.formula =
        quantity == "trend" ? "least-squares slope of closeness x 10" : "mean over years of closeness / sum over poles";
    claim.formula_source = "Signorino & Ritter 1999";
    claim.inputs = {{"votes", "sessions 47-78, ccode 705"}};
    claim.reproduce = "tarazy align similarity --votes $TARAZY_DATA/votes.csv --states 705,365";
    return claim;
}

AnalysisResult votes_shares() {
    ShareColumns columns;
    AnalysisResult analysis{
        "votes_shares",
        "align.shares",
        {"Balance among the poles in the General Assembly", "Бас Ассамблеядағы полюстер арасындағы тепе-теңдік",
         "Равновесие между полюсами в Генеральной Ассамблее"},
        "{}",
        "tarazy study run studies/kazakhstan --only votes_shares",
        true,
        {},
        {},
        {{"Raw agreement moves with what is put to the vote <agenda>.", "Келісу үлесі күн тәртібіне де байланысты.",
          "Доля совпадений зависит и от повестки."}}};
    const std::vector<std::string> states{"KAZ", "UZB", "KGZ"};
    for (std::size_t s = 0; s < states.size(); ++s) {
        for (int year = 1992; year <= 2025; ++year) {
            if (states[s] == "UZB" && year >= 2000 && year <= 2003) continue;  // a gap that must be drawn as a gap
            add_share_year(columns, states[s], year, invented_closeness(year, static_cast<double>(s)),
                           0.03 + 0.01 * (year % 3), "votes");
        }
    }
    analysis.tables.push_back({"", columns.table()});
    const std::string window = "1992-2023";
    for (std::size_t p = 0; p < 3; ++p) {
        analysis.claims.push_back(invented_claim(analysis.id, "mean_share", pole_ids[p] + '.' + window,
                                                 0.40 - 0.06 * static_cast<double>(p), 0.01));
        analysis.claims.push_back(invented_claim(analysis.id, "trend", pole_ids[p] + '.' + window,
                                                 0.03 - 0.03 * static_cast<double>(p), 0.012));
        analysis.claims.push_back(invented_claim(analysis.id, "years_nearest", pole_ids[p] + '.' + window,
                                                 p == 0   ? 11
                                                 : p == 1 ? 21
                                                          : 0,
                                                 0));
        analysis.claims.push_back(
            invented_claim(analysis.id, "closeness", pole_ids[p] + ".2023", invented_closeness(2023, 0)[p], 0.03));
        analysis.claims.push_back(invented_claim(analysis.id, "share", pole_ids[p] + ".2023", 0.35, 0.02));
    }
    analysis.claims.push_back(invented_claim(analysis.id, "difference", "RUS-CHN." + window, -0.052, 0.018));
    analysis.claims.push_back(invented_claim(analysis.id, "evenness", window, 0.984, 0.004));
    return analysis;
}

AnalysisResult ties_shares() {
    ShareColumns columns;
    for (int year = 1992; year <= 2018; ++year) {
        add_share_year(columns, "KAZ", year, {3.5, year < 1996 ? 0.5 : year < 2002 ? 1.5 : 2.5, 0.5}, 0, "ties");
    }
    AnalysisResult analysis{
        "ties_shares",
        "align.shares",
        {"Balance among the poles in treaty obligations", "Шарттық міндеттемелердегі полюстер арасындағы тепе-теңдік",
         "Равновесие между полюсами в договорных обязательствах"},
        "{}",
        "",
        false,
        {{"", columns.table()}},
        {},
        {}};
    analysis.claims.push_back(invented_claim(analysis.id, "difference", "RUS-CHN.1992-2018", 1.2, 0));
    return analysis;
}

AnalysisResult votes_similarity() {
    const std::vector<std::pair<int, double>> members{{2, 0.1},    {200, 0.3},  {220, 0.28},
                                                      {255, 0.33}, {365, 0.55}, {710, 0.6}};
    std::vector<std::int64_t> session, first, second, n;
    std::vector<std::vector<double>> values(9);
    for (int s = 47; s <= 80; ++s) {
        for (const auto& [code, level] : members) {
            session.push_back(s);
            first.push_back(std::min(code, 705));
            second.push_back(std::max(code, 705));
            n.push_back(80);
            const double kappa = level + 0.1 * std::sin(s / 3.0 + code);
            for (std::size_t m = 0; m < 3; ++m) {
                const double value = m == 0 ? kappa : m == 1 ? 0.5 + kappa / 2 : 0.6 + kappa / 3;
                values[3 * m].push_back(value);
                values[3 * m + 1].push_back(value - 0.08);
                values[3 * m + 2].push_back(value + 0.08);
            }
        }
    }
    Table table;
    table.add("session", Column(session));
    table.add("ccode1", Column(first));
    table.add("ccode2", Column(second));
    table.add("n", Column(n));
    const std::vector<std::string> names{"kappa_sq", "s_abs", "agree_voeten"};
    for (std::size_t m = 0; m < 3; ++m) {
        table.add(names[m], Column(values[3 * m]));
        table.add(names[m] + "_lower", Column(values[3 * m + 1]));
        table.add(names[m] + "_upper", Column(values[3 * m + 2]));
    }
    return {"votes_similarity",
            "align.similarity",
            {"Similarity of voting in the General Assembly", "Бас Ассамблеядағы дауыс берудің ұқсастығы",
             "Сходство голосования в Генеральной Ассамблее"},
            "{}",
            "tarazy align similarity --votes votes.csv.gz --sessions 47-80 --bootstrap 1000",
            false,
            {{"", table}},
            {},
            {{"A session is not a calendar year.", "Сессия күнтізбелік жылмен сәйкес келмейді.",
              "Сессия не совпадает с календарным годом."}}};
}

void add_chronology(StudyResult& result) {
    const std::string folder = std::string(TARAZY_SOURCE_DIR) + "/studies/kazakhstan/data/";
    const Table events = read_table(folder + "chronology.csv"), links = read_table(folder + "links.csv"),
                conflicts = read_table(folder + "source_conflicts.csv");
    const Method& method = *find_method(all_methods(), "trace.chronology");
    AnalysisResult chronology;
    chronology.id = "chronology";
    chronology.method = method.id;
    chronology.title = {"Chronology", "Хронология", "Хронология"};
    chronology.parameters = "{}";
    chronology.tables = method.compute({}, {{"events", &events}, {"links", &links}, {"conflicts", &conflicts}});
    chronology.limits = {{"A chronology shows order, not cause.", "Хронология себепті емес, реттілікті көрсетеді.",
                          "Хронология показывает порядок, а не причину."}};
    result.analyses.push_back(std::move(chronology));
}

void add_propositions(StudyResult& result) {
    const LocalText bridge{
        "Between Russia and China, Kazakhstan acts as a bridge & keeps its own interests in balance.",
        "Ресей мен Қытай арасында Қазақстан көпір қызметін атқарып, өз мүдделерінің тепе-теңдігін сақтайды.",
        "Между Россией и Китаем Казахстан действует как мост и удерживает равновесие собственных интересов."};
    const LocalText change{"A lasting gap of more than one vote in ten.",
                           "Он дауыстың бірінен асатын тұрақты алшақтық.",
                           "Устойчивый разрыв более чем в одно голосование из десяти."};
    const JudgedTest passed{
        "votes_shares", "difference.RUS-CHN.1992-2023", "between -0.1 and 0.1 with probability 0.95", 2,
        change,         JudgedTest::Result::passed,     "votes_shares.difference.RUS-CHN.1992-2023",  ""};
    const JudgedTest failed{"ties_shares",
                            "difference.RUS-CHN.1992-2018",
                            "between -1 and 1",
                            1,
                            change,
                            JudgedTest::Result::failed,
                            "ties_shares.difference.RUS-CHN.1992-2018",
                            ""};
    const JudgedTest undecided{"network", "betweenness.KAZ",
                               "> 0.5",   1,
                               change,    JudgedTest::Result::undecided,
                               "",        "the analysis is not part of this study"};
    result.propositions = {{"P1", "realism", bridge, Verdict::supported, {passed}, change},
                           {"P2", "realism", bridge, Verdict::mixed, {passed, failed, undecided}, change},
                           {"P3", "institutionalism", bridge, Verdict::contradicted, {failed}, change},
                           {"P4", "constructivism", bridge, Verdict::silent, {undecided}, change},
                           {"P5", "none", bridge, Verdict::not_tested, {}, change}};
}

}  // namespace

StudyResult sample_result() {
    StudyResult result;
    result.id = "kazakhstan";
    result.version = program_version();
    result.focus = "KAZ";
    result.seed = 1991;
    result.title = {"Kazakhstan between Russia, China and the West: nuclear renunciation and a policy of balance",
                    "Қазақстан Ресей, Қытай және Батыс арасында: ядролық қарудан бас тарту және тепе-теңдік саясаты",
                    "Казахстан между Россией, Китаем и Западом: отказ от ядерного оружия и политика равновесия"};
    result.first_year = 1992;
    result.last_year = 2025;
    result.poles = {{"RUS", {"Russia", "Ресей", "Россия"}, {"RUS"}},
                    {"CHN", {"China", "Қытай", "Китай"}, {"CHN"}},
                    {"WEST", {"West", "Батыс", "Запад"}, {"USA", "GBR", "FRA", "DEU"}}};
    result.comparison = {"UZB", "KGZ"};
    result.sources = {{"voeten",
                       "Voeten, Erik",
                       "2021",
                       "Roll-call votes <of the> \"General Assembly\"",
                       "Harvard Dataverse",
                       "https://github.com/dgrtwo/unvotes",
                       {"1946-2020", "", ""},
                       "MIT"},
                      {"evil",
                       "Nobody",
                       "2024",
                       "</script><script>alert(1)</script>",
                       "",
                       "javascript:alert(1)",
                       {"1991-2025", "", ""},
                       "none"}};
    result.data = {{"votes",
                    "votes",
                    "studies/kazakhstan/data/derived/votes_shares.csv",
                    std::string(64, 'a'),
                    {"voeten"},
                    306,
                    true,
                    "un_votes.csv.gz",
                    {}},
                   {"events",
                    "events",
                    "studies/kazakhstan/data/chronology.csv",
                    std::string(64, 'b'),
                    {"evil"},
                    247,
                    false,
                    "",
                    {"Our own compilation.", "", ""}}};
    result.analyses = {votes_shares(), ties_shares(), votes_similarity()};
    add_chronology(result);
    add_propositions(result);
    result.command = "tarazy study run studies/kazakhstan";
    return result;
}

}  // namespace tarazy
