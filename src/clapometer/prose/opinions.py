"""Words of criticism and how strongly they speak for or against: our own list.

They help with words that no text of the training had. A word stands in one row only; what it says
in the texts that a model is trained on is learned there and weighs more.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_ROWS: dict[int, str] = {
    3: """
    amazing astonishing astonishingly astounding astoundingly beautiful beautifully best
    breathtaking breathtakingly brilliance brilliant brilliantly captivating classic dazzling
    dazzlingly delicious deliciously delight delightful delightfully dazzles delights
    electrifying enchanting enchantment enthralling enthralls exceptional exceptionally
    excellence excellent excellently exhilarating exhilaration exquisite exquisitely
    extraordinarily extraordinary fabulous fantastic flawless flawlessly genius glorious
    gloriously gorgeous gorgeously gripping hilarious hilariously impeccable impeccably
    incandescent incredible incredibly indelible inspired irresistible irresistibly luminous
    magical magnificent magnificently majestic marvel marvellous marvellously marvelous
    marvelously masterful masterfully masterly masterpiece masterpieces masterwork mesmerising
    mesmerizing miraculous outstanding peerless perfect perfection perfectly phenomenal profound
    profoundly radiant ravishing remarkable remarkably revelation riveting seamless seamlessly
    sensational spectacular spectacularly spellbinding splendid splendidly splendour splendor
    stellar stunner stunning stunningly sublime sublimely superb superbly terrific terrifically
    thrilling thrillingly tour-de-force transcendent transcends transfixing triumph triumphant
    triumphs unforgettable unmissable unmatched virtuosic virtuoso wondrous wonderful
    wonderfully wonderment
    """,
    2: """
    absorbing absorbs accomplished achievement achieves acclaimed adorable adroit adroitly
    affecting affectingly affection affectionate agile alluring amiable amusing amusingly
    appealing appeals arresting articulate artful artfully artistry assured astute atmospheric
    authentic authenticity believable bewitching bittersweet blissful bold boldly bracing
    bravura breezy bright brisk buoyant candid captivates captures caring celebrates celebration
    celebratory charisma charismatic charm charmer charming charmingly charms cheerful cherish
    clever cleverly cleverness clear-eyed cohesive comforting committed compassion compassionate
    compelling compellingly complexity confident convincing convincingly cool courage courageous
    crackles crackling craft crafted craftsmanship creative creativity crisp crowd-pleasing
    daring darkly deft deftly depth disarming disarmingly discovery distinctive droll dynamic
    earnest earned earns ebullient edgy effective effectively effortless effortlessly elegance
    elegant elegantly elegiac eloquent eloquently elevates elevated emotional empathetic empathy
    endearing energetic energised energized energy engages engaging engagingly engrossing
    engrossingly enjoy enjoyable enjoyably enjoyed enjoyment enlightening ennobling enriching
    entertain entertained entertaining entertainingly entertainment entertains enthusiasm
    entrancing epic evocative evocatively evokes exciting excitement exhilarates expert expertly
    expressive exuberance exuberant eye-opening eye-popping fascinate fascinates fascinating
    fascinatingly fearless feisty feel-good finely finesse finest first-rate flair fluid
    fondness fresh freshness frisky fun fun-filled funniest funny gem generous generosity gentle
    gently genuine genuinely gifted gleeful graceful gracefully grace gracious grandeur great
    greatest greatness gratifying gutsy happy harrowing haunting hauntingly heart heart-warming
    heartbreaking heartfelt heartrending heartwarming heroic hip honest honestly honesty hopeful
    humane humanity humorous humour humor hypnotic hypnotically imagination imaginative
    imaginatively immediacy immersive impassioned impresses impressive impressively incisive
    infectious infectiously ingenious ingeniously ingenuity inimitable innovation innovative
    insight insightful insights inspiration inspirational inspiring intelligence intelligent
    intelligently intense intensely intensity intimate intimacy intricate intriguing intrigue
    intriguingly invention inventive inventively inventiveness invigorating involving joy joyful
    joyous jubilant keen kinetic laugh-out-loud laughs lean lively lived-in lovable love lovely
    loved loves loving lovingly lucid luscious lush lyrical lyricism majesty masters mature
    maturity meaningful meditative melancholy memorable memorably merry mischievous moving
    movingly moves nimble nimbly noble nuance nuanced observant observed open-hearted optimistic
    original originality painterly passion passionate passionately patient perceptive piercing
    pitch-perfect playful playfully playfulness pleasant pleasantly pleases pleasing pleasure
    pleasures pleasurable poetic poetry poignancy poignant poignantly polished potent powerful
    powerfully powerhouse precision provocative provoking punchy pure quirky raucous raw
    razor-sharp refined refreshing refreshingly refreshes relatable relevant resonance resonant
    resonates respectful revealing reverent rewarding rewards rich richly richness rigorous
    riotous robust romantic romp rousing savvy scintillating searing sensitive sensitively
    sensitivity sensual sharp sharply shimmering shines shining shrewd sincere sincerely
    sincerity skill skilful skilfully skillful skillfully sleek slick sly slyly smart smartly
    smooth soars soaring solid solidly sophisticated sophistication soulful sparkling sparkles
    spectacle spirited spontaneous spry stirring striking strikingly stimulating strong
    strongest strongly sturdy stylish stylishly subtle subtlety subtly succeeds success
    successful successfully sumptuous sunny surprising surprisingly surprises suspenseful sweet
    sweetly sweetness swift taut tautly talent talented tender tenderly tenderness thoughtful
    thoughtfully thought-provoking thrill thrills timeless timely touched touches touching
    touchingly transporting treasure treat treats true truth truthful uncommonly uncompromising
    understated unexpected unexpectedly unflinching unforced uplifting uproarious uproariously
    urgent vibrant vigorous virtues vital vitality vivid vividly visceral visionary warm warmly
    warmth welcome well-acted well-crafted well-made well-observed well-paced well-played
    well-written whimsical whimsy winner winning winningly wins wise wisdom wit witty wonder
    wonders worthwhile worthy wrenching zest zestful zippy zany
    """,
    1: """
    able accessible adequate agreeable alive ambitious ambition appreciate appreciated balanced
    balances better bonus calm capable careful carefully chemistry coherent comfortable
    competent complex contemplative controlled credible credibly cute decent decently deep
    deeper deeply detailed dignity diverting durable ease easy-going easygoing enough ensemble
    faithful faithfully familiarity favorite favourite fine fitting focused fond forgiving good
    good-hearted good-natured grand handsome handsomely harmless healthy heartening helps hits
    human important interesting interestingly intact intrigued kind kindness laugh laughter
    layered liked likable likeable likely mellow modest modestly natural naturalistic neat
    neatly nice nicely nostalgic offbeat passable patience personal proficient recommend
    recommended recommendation restrained restraint reliable satisfied satisfies satisfy
    satisfying satisfyingly seductive serious seriousness serviceable sexy simple simplicity
    smile smiles smiling solidity spare spirit still suitable suitably support supporting
    sympathetic thankfully tight tightly tidy unpretentious unusual unusually uncanny universal
    useful valuable value watchable wholesome wry wryly youthful
    """,
    -1: """
    aimed aimless average awkward bare bizarre bumpy busy calculated cheesy chaotic cold
    conventional convoluted crass crude cryptic cynical dated deliberate derivative detached
    distant disjointed distracting distraction dour drags drawn-out dry earnestness erratic
    excess excessive excessively exploitative faint familiar far-fetched fizzles fluff fluffy
    forced formula formulaic frustrating generic gimmick gimmicks gimmicky glib gloomy glossy
    goofy grating grim half hard-to-follow heavy heavy-handed hokey hyperactive impersonal
    implausible improbable inconsistent indifferent indulgent inert inevitable insular just
    kitschy lags light-weight lightweight limited long loud manipulative mannered mediocre
    meandering meanders melodrama melodramatic merely mild mildly minor missed missing mixed
    monotone muddy murky noise noisy obvious odd oddly ordinary over-long overlong overdone
    overly overplayed overstuffed overwrought passive patchy pat predictable preachy
    preposterous problem problems product puzzling questionable random recycled recycles
    repetitious repetitive restless retread rough routine rushed safe saccharine scattered
    schematic self-conscious self-indulgent sentimental sentimentality shallow shaky silly
    simplistic sketchy slack slight slow sluggish slow-moving so-so soapy soft somewhat spotty
    standard static stiff stilted strained strange struggles stumbles sugary surface talky tame
    thin tired tries trite trying uneven unconvincing undercooked underdeveloped underused
    underwhelming unfocused unlikely unnecessary unremarkable unsure unresolved vague vaguely
    wanders weird wobbly would-be
    """,
    -2: """
    absurd abysmally aimlessly amateur amateurish annoyance annoying annoyingly annoys
    artificial artless bad badly baffling banal banality barely bland blandly blandness bloated
    bludgeons blunder bogs bogus bore bored boredom botched bungled cardboard caricature
    caricatures cheap cheaply cheat cheats clichéd cliched cliché cliche clichés cliches clunker
    clunky clueless clumsily clumsy cloying coarse collapses condescending confused confusing
    confusion contrivance contrivances contrived cookie-cutter copycat copy corny cutesy damaged
    dead deadening deadly deficient depressing depressingly desperate desperately desperation
    disappoint disappointed disappointing disappointingly disappointment disappoints
    disagreeable disposable dissatisfying dopey drab drag dragged draggy dreary drivel drone dud
    dull dullness dumb dumbed-down embarrassed embarrassing embarrassingly embarrassment empty
    empty-headed emptiness exasperating excuse exhausted exhausting fail failed failing fails
    failure fake falls false falters fatuous feeble flabby flaccid flashy flat flatly flavorless
    flavourless flaw flawed flaws flimsy flop flops forgettable forgotten foolish frustratingly
    garish gratuitous gross grotesque hackneyed half-baked half-hearted ham-fisted hammy
    haphazard hapless hamfisted heavyhanded hollow humorless humourless idiocy ill-advised
    ill-conceived ill-fitting imitation imitative impenetrable inane inanity inadequate
    incoherence incoherent incoherently incomprehensible inconsequential ineffective ineffectual
    inept ineptly inferior insipid insufferable insufferably insult insulting insults
    interminably irrelevant irritates irritating irritatingly jarring joyless junk juvenile
    knockoff labored laboured labors lack lackadaisical lacking lackluster lacklustre lacks lame
    lamely lazily laziness lazy leaden lethargic lifeless limp listless loathsome loses lost
    lousy lumbering maudlin mawkish mean-spirited meaningless meaninglessness mechanical mess
    messy mindless mired misbegotten miscalculated miscast misconceived misfire misfires
    misguided misjudged miss misses mistake mistakes monotonous moronic mush mushy muddle
    muddled mundane nonsense nonsensical nowhere numbing obnoxious off-putting offensive
    offensively outdated overbearing overblown overcooked overloaded overrated overreaches
    paint-by-numbers pale pallid pedestrian perfunctory phony plastic plodding plods ploddingly
    plotless pointless pointlessly pompous ponderous poor poorly portentous pretension
    pretensions pretentious pretentiously prosaic puerile regrettable regrettably ridiculous
    ridiculously rehash rehashed rote sags sappy sadly self-important self-satisfied shameless
    shabby shapeless shoddy shopworn shrill simple-minded skip slapdash sleep sleepy slog sloppy
    snooze soggy sophomoric sour soulless spoiled squandered squanders stale stereotype
    stereotypes stereotypical stodgy stunted stupid stupidity stupidly suffers suffocating sunk
    sunken superficial superficially superfluous syrupy tacky tasteless tedium tepid thankless
    threadbare thuddingly tiresome tiring toothless torpid tortured trashy trivial trivializes
    turgid tuneless ugly unappealing unattractive unbearable uncomfortable unconvincingly
    underwhelms underwritten undone uneventful unfortunate unfortunately unfunny unimaginative
    unimpressive uninspired uninspiring unintentional unintentionally uninteresting uninvolving
    unlikable unlikeable unoriginal unpleasant unpleasantly unrewarding unsatisfying
    unsuccessful unwieldy unworthy useless vacuous vapid vanity vulgar wan wannabe waste wasted
    wasteful wastes watered-down weak weaker weakest weakly weakness weaknesses weary wearying
    wearisome witless wooden worn-out worse wrong wrongheaded yawn zero
    """,
    -3: """
    abominable abomination abysmal agonising agonizing appalling appallingly asinine atrocious
    atrociously atrocity awful awfully awfulness catastrophe catastrophic crap crappy deplorable
    despicable detestable dire disaster disasters disastrous disastrously disgrace disgraceful
    disgust disgusting dreadful dreadfully excruciating excruciatingly execrable fiasco garbage
    ghastly god-awful hateful hideous hideously horrendous horrible horribly horrid idiotic
    imbecilic inexcusable intolerable interminable irredeemable laughable laughably ludicrous
    ludicrously miserable miserably mind-numbing nauseating odious pathetic pathetically putrid
    repellent reprehensible repugnant repulsive rubbish shambles stinker stinks sucks tedious
    tediously terrible terribly torture torturous trainwreck travesty turkey unendurable
    unwatchable vile worst worthless wreck wretched wretchedly
    """,
}
"""Strengths from 3, what critics say of the best, to -3, with the words of each."""
OPINIONS: Mapping[str, int] = MappingProxyType(
    {word: strength for strength, words in _ROWS.items() for word in words.split()}
)
"""Each word and its strength."""
