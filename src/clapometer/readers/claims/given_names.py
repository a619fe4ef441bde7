"""Given names: the first words of people's names, as evidence that a name is a person's.

A table of our own: names usual among people of film and television in many countries. A name that
is missing costs nothing where the sentence itself says that a person is named.
"""

from __future__ import annotations

_NAMES = """
aaliyah aarav aaron abbie abby abdul abdullah abel abena abigail abiola ada adaeze adam addison ade
adekunle adelaide adele adeola aditi aditya adjoa adrian adriana adrien afia afua agnes agnieszka
ahmad ahmed aidan aigerim aiko aileen ailsa aimee aine aino ainsley aisha aishwarya akiko akira
akosua akua alan alana alasdair alastair alba albert alberto aldo alec alejandra alejandro aleks
aleksander aleksandra alessandro alex alexa alexander alexandra alexandre alexei alexis alf alfie
alfonso alfred ali alice alicia alicja alina alisha alison alissa alistair aliyah allan allen
allison alma alyson alyssa amadou amaka amal amanda amara amber ambrose amelia amelie amir amitabh
amrit amy ana anand ananya anastasia anatole anders andile andre andrea andreas andrei andrew
andrzej andrés andy aneurin angel angela angelica angelina angharad angus anika anil anita anjali
anjelica ann anna annabel annabelle anne anneke annette annie annika anouk anouska ansel anselm
anselma anthony antje antoine anton antonia antonio anu anushka anya aoife apinya aquila arabella
araminta archana archie ariadne ariana ariel arif aristide arjun arlo armando arnav arnold art
artem arthur arun arwen asa asha asher ashley ashok ashton asia asif asma astrid aubrey audra
audrey august augusta augustus aurelia aurelio aurora austin ava awkwafina ayesha aylin ayo ayumi
azadeh aziz babatunde bao barbara barbra barnaby barney barry bartholomew bartosz bashir beatrice
beatrix beatriz beau becky bei bella ben benedict benicio benjamin benoit benoît berenice bernard
bernardo bernie bert bertha bertie bertrand beth bethan bethany betsy bettany bette betty bev
beverley beverly beyonce bianca bilal bill billie billy birgit bjorn björn bjørn blair blaise blake
blanca bo bob bobbie bobby bogdan bonnie boris boyd brad bradley brady bram brandi brandon brandt
breda brenda brendan brenna brenton brett brian briana briar brid bridget brie brigid brigitte
britney brittany brody bronagh bronwyn brooke bruce bruno bryan bryce bryn brynmor bryony bríd
byron caden cadence cai caio cait caitlin caitriona caleb calla callie calliope callum calvin cam
cameron camila camilla camille candace candice caoimhe cara caradoc carey carina carl carla carlo
carlos carlotta carly carmela carmen caro carol carole carolina caroline carolyn carrie carter
carwyn cary carys casey casimir caspian cassandra cassie cate cath cathal catherine cathy catrin
catriona cecilia cedric celeste celia celine cemal ceri cerys chad chadwick chanel chantal
chantelle charles charley charlie charlize charlotte charu chase chelsea chen cher cherie cheryl
chester chet chiara chidi chihiro chika chike chinedu chioma chiwetel chizoba chloe chloé chloë
chris christa christian christina christine christoph christopher christy chuck chun cian ciara
ciaran ciarán cillian cindy claes claire clara clarence clarissa clark claude claudia claudine
clayton clem clementine cleo cliff clifton clint clive clodagh clyde clémence clément cody cole
colin colleen colman connie connor conor constance constantin consuelo cooper coralie cordelia
corentin corey corinne cormac cornelius cory courteney courtney craig cressida cristiano cristin
cristina curtis cy cynthia cyril cyrus dafydd dagmar dahlia dai daiki daisuke daisy dakota dale
dalia dalton damian damien damon dan dana dane daniel daniela danielle danila danny daphne daragh
darcey darcy darius dariusz darla darnell darragh darren darryl daryl dashiel dashiell dave david
davina davy dawid dawn daya dean deandre deborah debra declan dee deepak deirdre delaney delia
della delores delphine delroy demelza demetrius demi denis denise dennis denny denzel derek dermot
derry des deshawn desmond dev devi devika devin devon dewi dex dexter dhruv diana diane diego
dieter dilip dilys dimitri dinah dionne dirk diya djimon dmitri dmitry dolly dolores dom domhnall
dominic dominique don donal donald donatella donna donnacha donnie donovan dora doreen dorian doris
dorothea dorothy dot doug dougal douglas dov dragan drew drusilla duc dulcie duncan dunstan dustin
dwayne dwight dylan eamon ebba ebenezer ebon ebony ed eddie edgar edie edith edmund edna edouard
eduardo edward edwin edwina eero efe effie eileen eilidh eilish eimear einar eithne eiza ekaterina
ekow elaine elana eldon eleanor elena eli elian elias elijah elin elisabeth elise eliza elizabeth
elke ella elle ellen ellery ellie elliot elliott ellis elodie eloise elowen elsa elspeth elton elva
elvis emeka emerald emeric emi emil emilia emilie emilio emily emma emmanuel emmanuelle emmett
emrys enid enrique enzo ené eoghan eoin ephraim eric erica erik erin ernest ernesto ernie errol esi
esme esmeralda esmé esteban esther ethan etienne etta eugene eugenia eugenie eunice eva evan
evander evangeline eve evelyn evgeny ewa ewan ezekiel ezra fabian fabien fabio fabrice faith fallon
farah farhan farid farrah fatima fatou faye felicia felicity felix femke fenella feng ferdinand
fergal fergus fernanda fernande fernando ffion fifi fikayo finlay finley finn finola fintan fiona
fionn fionnuala flavia fleur flora florence floyd folake forest forrest frances francesca francesco
francis francisco francois frank frankie franz françois fraser fred freddie freddy frederick freja
freya frida frieda fumiko gabby gabe gabriel gabriela gabrielle gaby gael gaia gal gareth garfield
garrett garrick gary gavin gavriel gaynor gaël gemma gena gene genevieve geneviève geoffrey george
georgia georgina gerald geraldine gerard gerda gerry gian gianni gideon gil giles gillian gina
ginny giorgia giorgio giovanni gisele giselle giulia gladys glen glenda glenn gloria gloriana goran
gordon govind grace graham grainne grant greer greg gregor gregory greta gretchen griff griffin
grzegorz gráinne guadalupe guido guilherme guillermo guinevere gulshan gunnar gunther gurinder gus
guy gwen gwendoline gwendolyn gwilym gwyneth hadley hailee hal haley halle hamish hamza hana hank
hannah hanne hans hans-peter harlan harley harold harper harriet harris harrison harry haruki
haruto harvey hasan hassan hattie hayden haydn hayley hazel heath heather hector hedda hedwig heidi
heike helen helena helene helga hema henri henrietta henrik henry herbert herman hermione hester
hettie hideo hilary hilda hilde hina hiro hiroki hiroko hiroshi hiroyuki holden hollis holly hope
horace horatio howard howie hubert hugh hugo hui humphrey hunter hussein huw hye hyun hywel iain
ian ianthe ibrahim ice ida idris iestyn ifan ife ifeoma ignacio ignatius igor ilana ilaria ilse
iman imani imelda imogen imran ina inara india indira ines inga inge ingeborg ingrid inigo inés
ioan ioana iolanthe ione ira irene iris isaac isabel isabela isabella isabelle isadora isaiah
ishaan ishan isidore isla ismael isobel issa istvan itziar ivan ivana ivo ivy iwan izzy jaana jacek
jack jackie jackson jaco jacob jacqueline jacques jada jaden jae jaeden jago jagoda jai jaime jake
jakob jakub jaleel jalen jamaal jamal james jamie jamil jamila jan jana jane janek janelle janet
janette janice janine jannat jannik jared jarrod jarvis jasmin jasmine jason jasper jatin javed
javier jay jaya jayden jaylen jayne jazmin jean jean-luc jean-pierre jeff jefferson jeffrey jelena
jemaine jemima jemma jenna jennie jennifer jenny jens jera jeremy jermaine jerome jerry jerzy jess
jessamy jesse jessica jessie jesus jesús jethro ji ji-woo jia jill jim jimmy jin jing jiří jo
joachim joakim joan joanie joanna joanne joaquin joaquín jocelyn jodi jodie joe joel joelle joey
johan johanna johanne john johnny jolene jolyon jon jonah jonas jonathan jonty joon jorah jordan
jordi jorge jose josef josefina joseph josephine josh joshua josiah joss josé jovan joy joyce juan
juanita juanjo judah judd jude judi judith judson judy jules julia julian juliana julianne julie
juliet juliette julio julius jun jun-ho june jung juno jurnee jussi justin justina justine jyoti
jóhann jürgen kabir kai kaia kailash kaitlyn kaja kal kalle kamal kamala kamil kanye kaori karan
kareem karen karim karin karl karla karolina kasey kasia kasim kaspar kat katarzyna kate kateryna
katharina katharine katherine kathleen kathryn kathryne kathy katie katja katrina katy kavita kavya
kayla kazuki kazuo keanu keaton keegan keeley kehinde keiko keir keira keisha keith kelly kelsey
kelvin kemi ken kenan kendall kendra kenji kenneth kenny kenta kenya kenzo kermit kerry kerstin
kestrel kevin keziah khadija khalid kian kieran kiernan kiki kim kimberly kimiko kingsley kira
kiran kirk kirsten kirstie kirsty kishore kit kitty klara klaudia klaus knut kofi koji kojo konrad
konstantin kosta kris krishna kristen kristin kristina kristoffer krysten krzysztof kumail kunal
kurt kwabena kwaku kwame kwasi kwesi kyle kylie kyra kyung lachlan lakshmi lalit lamar lamont lana
lance lara lara-jean larry lars lasse latika latoya laura lauren laurence laurens laurent laurie
lavinia layla layton lazarus lea leah leander leanne leda lee leif leigh leila leilani lemuel lena
lennart lennie lenny lenora leo leon leona leonard leonardo leonie leonora leopold leopoldine leroy
leslie leticia letitia lettie lewis lexi leyla liam liana lidia lieke liesel lil lila lili lillian
lillie lily lin lina linda lindsay lindsey linnea linnet linus lionel lisa lisbeth lise liv liza
lizzie lizzy llewellyn lloyd logan lois lola lolly lonnie lorcan lorelei lorenz lorenzo loretta
lori lorna lorne lorraine lotte lottie louis louisa louise lourdes lowri luana lubna luca lucas
lucca lucho lucia lucian luciana lucien lucille lucinda lucius lucy lucía ludmila ludo ludwig luis
luisa lukas lukasz luke lupe lupita luther lydia lyle lyndsey lynn lyra lysander maarten mabel
maciej mackenzie macy madeleine madeline madison mads maeve magda magdalena maggie magnus
mahershala mahesh mahir mahmoud maia maisie maja makoto malachi malachy malala malcolm malik malin
mallory mamadou mandy manish mansour manuel mara marc marcel marcela marcello marcia marco marcus
marek maren margaret margarete margarita margaux margery margot marguerite mari maria mariah mariam
marian mariana marianne maribel marie mariel marija marilyn marina mario marion marisa marissa
marit mark markus marla marlon marnie marsha marta martha martin martina martyn martín marvin mary
maryam maría masha mason masood mateo mathias mathieu mathilde mathis matilda matilde matt matthew
matthias mattias matty maud maude maura maureen maurice maurizio mavis max maxim maximilian
maximiliano maximus maxine maya maybelle mayumi mckenna meera meg megan meghan mehdi mehmet mei
mei-lin mei-ling mel melanie melinda melissa melvin mena mercedes meredith merlin merrick merritt
meryl mette mia mica micah michael michaela michal michał micheal michel michele michelle midori
miguel mihai mika mikael mike mikey mikhail miki mikko miklos mila milan milena miles miley milla
millie milo milos miloš mim min min-jun mina mindy minnie mira mirabel miranda mireille mirela
miriam mirjam miro misaki mischa mitchell mitsuki mo moana modupe mohamed mohammad mohammed mohan
moira moises molly mona monica monika monique monty morena morfydd morgan moses mostafa muhammad
mukesh munir muriel murray mustafa mustapha myfanwy myles myra myrtle mícheál nadeem nadia nadine
nadja naledi namrata nana nancy nandita naoki naoko naomi naomie naseem nasir nasser nat natalia
natalie natalya natasa natasha nate nathalia nathalie nathan nathaniel neela neha neil nell nella
nelly nelson nene nerys nesta nestor neve neville ngozi nia niamh nic nicholas nick nicky nico
nicola nicolai nicolaj nicolas nicole nicoletta nigel nikhil nikita nikki nikola nikolai nikolaj
nikos nils nimisha nina nirmal nisha nithya nkechi noah nobuko noel noelle noor noora nora norah
norbert noriyuki norma norman nuala nuno nuria nya nyasha obi octavia odelia odessa odette odile
oisin oisín ola olaf olafur olamide oleg oleksandr olena olga oli olive oliver olivia olly olu
olumide oluwaseun omar omari ondine oona oonagh opal ophelia oprah oren oriol orla orlando orson
orville osagie oscar osman osmond osric otis ottilie otto ousmane owen oyin pablo paddy padma
padraic padraig paige pallavi paloma pam pamela panos paola paolo parker parminder parvati pascal
pascale pat patrice patricia patricio patrick patryk patsy patti patton patty paul paula paulette
paulina pauline pavel pawel paxton payal paz pearl pedro peggy pekka penelope penn penny percival
percy perdita pernilla pernille persis pete peter petr petra petronella petronilla petula petyr
phaedra phelan phil philip philippa phillip philomena phineas phoebe phyllis pia pierce pierre
pierre-yves piet pieter pilar piotr piper pippa polly pom pooja portia pradeep prakash pranav
prasad prem prisca priscilla pritha priya prudence pádraig quang queen quennell quentin quillon
quincy quinn rachel rachelle radek radha rafael rafaela rafe rafferty rafi ragnar raheem rahul
raimund rainn raj raj-kumar rajesh rajiv rakesh ralph raluca rama ramesh ramiro ramon ramona ramsay
ramy rana randall randolph randy rani ranjit raoul raphael raphaela raphaël raquel rashad rashid
rashida rasmus raul raven ravi ravinder ray raymond raymonde rayna raúl rebecca rebekah reed reese
reggie regina reginald regé-jean rekha remi remy rena renata rene renee renée reuben rex reza rhea
rhett rhian rhianna rhiannon rhoda rhodri rhona rhydian rhys ria rica ricardo riccardo richard
richie rick ricky ridley rikard riko riku riley rina rishi rita ritchie ritu river riz rob robbie
robert roberta roberto robin robyn rochelle roddy rodney rodolfo rodrigo roger rohan rohit roisin
roland rolf romain roman romesh romilly romola romy ron ronald ronaldo ronan ronda ronnie rooney
rory rosa rosalba rosalie rosalind rosalyn rosamond rosamund rosanna rosario roscoe rose rosemary
roshan rosheen rosie rosina rosita ross rowan rowena rowland roxana roxanne roy royce ruaridh ruben
ruby rudi rudolf rudy rufus rui rukhsana rupa rupal rupert rupinder ruslan russell rut ruth
ruxandra ryan ryo ryoko ryota rémi rémy róisín saanvi sabine sabra sabrina sachin sadia sadiq
saffron safia saga saira sakura salim sally salma salome salomé salvador salvatore sam samantha
samara sami samir samira sammy sampson samuel sanaa sandeep sandhya sandra sandrine sanjay sanjeev
sanna santiago santino saoirse sara sarah saraya sarita sasha satoshi saul scarlet scarlett scott
seamus sean sean-paul sebastian sebastián seema segun seiko selena selina selma selwyn senan
seo-yeon septimus serafina seraphina seren serena serge sergei sergio seth severin seyi shabana
shahid shailene shakira shanaya shane shanice shankar shannon sharlene sharmila sharon shaun
shaunagh shawn shawna sheena shehan sheila shekhar shelby shelley sheryl shia shilpa shinji shirley
shivani shohreh shonagh shonda shreya sian sibyl sidney sidonie sidra sidse sienna sierra sietske
signe sigourney sigrid silas silje silvester silvia simon simona simone simran simu sinead sinéad
siobhan siobhán siri sissy sita siya sizwe siân skye slawomir sofia sofía sol solange soledad
solomon solveig somchai sonia sonny sonoya sophia sophie soraya soren sota spencer spike spiro
stacey stacia stacy stan stanislaw stanley stefan stefania stella stellan steph stephane stephanie
stephen sterling steve steven stewart stig stine stuart stéphane subhash sudha sue suki suleiman
sumaya summer sunita suniti sunniva sunny suraj suresh susan susann susanna susannah sushila susie
suzanne suzette suzie sven svetlana swati sybil sydney sylvain sylvester sylvia sylvie szymon
séamus sílvia søren tabitha tadeusz tadhg taika taiwo takashi takeshi talia tallulah talulah tamara
tami tamika tamsin tamsyn tania tanisha tansy tanya tara taraji tariq taro tarquin tasha tate
tatiana tatjana tawny taylor tayo teagan ted teddy tenoch teo terence teresa tereza teri terrell
terrence terri terry teryl tess tessa thabo thaddeus thandeka thandi thandie thandiwe thea thelma
themba theo theodora theodore theodosia theresa theron thiago thibault thierry thom thomas
thomasina thora thorsten thurston tia tiago tiarnan tibor tiernan tiffany tilda tilly tim timothy
timothée tina titus tiziana tobey tobias tobin toby tochi todd tolliver tom tomas tomasz tommy
tomoko tomás toni tonia tony tonya topher torsten toshiro tova tove tracee tracey tracy travis
trevante trevor trey trina trish trisha tristan tristram trixie trond troy trudy truls tuan tudor
tunde tuomas tuva tyler tyra tyreek tyrell tyrese tyrion tyrone udo uju uli ulises ulric ulrich
ulrika ulysses uma umberto una uri uriah ursula usha usman uwe uzma uzo vaclav vaibhav val valentin
valentina valentino valeria valerie valerio van vanessa vanya vasily venetia venkat vera verena
verity vern vernon veronica vesna vicente vicki vicky victor victoria victorine vida vidya viggo
vijay vikas vikram viktor viktoria vilma vince vincent vincenzo ving vinnie viola violet virginia
viv viveca vivek vivian vivica vivien vivienne vlad vladimir wagner waldo waleed walid wallace
wallis walt walter walton wanda wardell warren warrick warwick wayne wei wenceslas wendell wendy
werner wes wesley whitney whoopi wilbur wilder wiley wilf wilfred wilfrid wilhelmina will willa
willem william willow wim winifred winnie winona winston wiremu wojciech wolf wolfgang woody wyatt
wynn xander xanthe xavi xavier xiaoming ximena xin xiu yaa yael yahya yalitza yamini yan yanis yann
yannick yara yasir yasmin yasmine yasuo yemi yewande yiannis ying yohan yoko yolanda yolande yoon
yorgos yorick yoshi youssef youssou yui yuka yuki yulia yuna yuri yusuf yuta yves yvette yvonne zac
zach zachary zack zadie zadok zahra zaid zain zaina zainab zane zara zayn zazie zeb zebedee zeena
zeke zelda zena zendaya zeno zenobia zhang zia zibby zin zita ziva zoe zoey zofia zola zooey zora
zoran zoë zsofia zuleikha zuri zuzana áine éamon édouard élise étienne ólafur órla łukasz
"""
GIVEN_NAMES = frozenset(_NAMES.split())
"""Given names in small letters."""
