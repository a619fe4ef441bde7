"""Given names: the first words of people's names, as evidence that a name is a person's.

A table of our own: names usual among people of film and television in many countries. A name that
is missing costs nothing where the sentence itself says that a person is named.
"""

from __future__ import annotations

_NAMES = """
aaron abbie abby abigail ada adam addison adelaide adele adrian adriana adrien agnes ahmed aidan
aimee aisha akira alan alana alba albert alberto alec alejandra alejandro aleksander alessandro
alex alexa alexander alexandra alexandre alexei alexis alfie alfonso alfred ali alice alicia alina
alisha alison alissa allan allen allison alma alyssa amanda amara amber amelia amir amy ana anders
andrea andreas andrei andrew andy angel angela angelica angelina angus anika anita anjelica ann
anna annabel annabelle anne annette annie ansel anthony antoine anton antonia antonio anya aquila
archie ariana ariel arnold art arthur asa asher ashley ashton asia astrid aubrey audra audrey
august austin ava awkwafina ayo barbara barbra barry bartholomew bashir beatrice beau becky bella
ben benedict benicio benjamin bernard bernardo bernie bert beth bethany betsy bette betty beyonce
bianca bill billie billy björn blair blake bo bob bobby bonnie boris brad bradley brady brandon
brenda brendan brenton brett brian briana bridget brie britney brittany brody bronwyn brooke bruce
bruno bryan bryce bryn caitlin caitriona caleb callum calvin cameron camila camilla camille cara
carey carl carla carlo carlos carly carmen carol carole carolina caroline carolyn carrie carter
cary casey cassandra cate catherine cathy cecilia cedric celeste celia celine chad chadwick
charles charlie charlize charlotte chase chelsea cher cheryl chester chiara chiwetel chloe chloé
chloë chris christa christian christina christine christoph christopher christy chuck cillian
cindy claes claire clara clarence clark claude claudia clayton clint clive clyde clémence cody
cole colin colleen colman connie connor conor constance constantin cooper corey cornelius cory
courteney courtney craig cristin cristina curtis cy cynthia daisy dakota dale damian damien damon
dan dana daniel daniela danielle danny daphne darius darren dave david dawn dean deborah debra
demi denis denise dennis denzel derek desmond dev devin diana diane diego dirk dolly dominic
dominique don donald donna donnie dora doris dorothy doug douglas drew duncan dustin dwayne dylan
ebon ed eddie edgar edie edith eduardo edward edwin eiza elaine eleanor elena eli elias elijah
elisabeth elise eliza elizabeth ella elle ellen ellie elliot elliott ellis elodie elsa elton elvis
emerald emil emilia emilie emilio emily emma emmanuel emmanuelle emmett enrique eric erica erik
erin ernest esther ethan eugene eva evan evangeline eve evelyn ewan ezra fabien fabio faith farah
fatima felicia felicity felix fernanda fernando finn fiona florence forest forrest frances
francesca francesco francis francisco francois frank frankie franz françois fred freddie frederick
frida gabe gabriel gabriela gabrielle gael gal gareth garrett gary gavin gemma gena gene genevieve
geoffrey george georgia georgina gerald geraldine gerard gian gianni gil gillian gina ginny
giorgio giovanni gisele giulia gladys glen glenda glenn gloria grace graham grant greg gregory
greta griffin guillermo gus guy gwen gwendoline gwyneth hailee hal haley halle hank hannah hans
harley harold harper harriet harris harrison harry harvey hayden hayley hazel heath heather hector
heidi helen helena helene henrik henry herbert herman hilary hiro hiroshi hiroyuki holly hope
howard howie hubert hugh hugo humphrey hunter ian ibrahim ice ida idris igor ilana imelda imogen
ina india ines ingrid ioan ira irene iris isaac isabel isabela isabella isabelle isaiah isla
ismael issa ivan ivy jack jackie jackson jacob jacqueline jada jaden jaeden jake jamal james jamie
jan jane janelle janet janice jared jasmin jasmine jason javier jay jayne jean jeff jefferson
jeffrey jemaine jemima jenna jennie jennifer jenny jeremy jerome jerry jess jesse jessica jessie
jill jim jimmy jing joan joanna joanne joaquin jodie joe joel joey johan johanna john johnny jon
jonah jonas jonathan jordan jorge jose joseph josephine josh joshua josé joy joyce juan juanita
judd jude judi judith judy jules julia julian juliana julianne julie juliet juliette julio julius
june jurnee justin justine kaia kaitlyn kal kareem karen karim karin karl karla kasey kat kate
katharine katherine kathleen kathryn kathy katie katja katrina katy kayla keanu keegan keiko keira
keith kelly kelsey ken kendall kendra kenji kenneth kenny kenya kerry kevin kieran kiernan kiki
kim kimberly kit kofi kris kristen kristin kristina kristoffer krysten kumail kurt kyle kyra
lachlan lana lance lara larry lars laura lauren laurence laurie lea leah lee leila lena lennie
lenny leo leon leonard leonardo leslie letitia lewis lexi liam lil lila lili lillian lily lin
linda lindsay lindsey lionel lisa liv liza lizzie lizzy lloyd logan lois lola lorenzo lori lorna
lorne lorraine louis louisa louise luca lucas lucia luciana lucien lucille lucy luis luisa luke
lupita luther lydia lyle lynn mabel mackenzie madeleine madeline madison mads maggie mahershala
maisie malala malcolm malin mandy manuel mara marc marcel marcela marcello marcia marco marcus
margaret margarita margot maria mariah marianne marie mariel marilyn marina mario marion marisa
marissa mark marlon marsha marta martha martin marvin mary mason matilda matt matthew matthias
matty maud maude maura maureen maurice max maxine maya mckenna meg megan meghan mel melanie
melinda melissa mena merritt meryl mia michael michaela michel michele michelle miguel mika mike
mikey mila miles miley milla millie milo mindy mira miranda miriam mischa mitchell moira moises
molly mona monica morena morfydd morgan moses muriel myles myra nadia nadine nancy naomi natalia
natalie natasha nate nathalie nathan nathaniel neil nell nella nelson neve ngozi nia nic nicholas
nick nicky nico nicola nicolas nicole nigel nikki nikolaj nina noah noel nora noriyuki norma
norman octavia olga oliver olivia omar oprah orlando orson oscar otis owen pablo paddy paige pam
pamela paola parker pascal pat patricia patrick patti patton patty paul paula pauline pedro peggy
penelope penn penny percy pete peter petra phil philip philippa phillip phoebe phyllis pierce
pierre piper polly pom priscilla priya queen quentin quincy rachel rafael rafe rainn ralph ramon
ramy randall randy raphael rashida raul raven ray raymond rebecca reed reese regina reginald
regé-jean renata rene renee renée rhea rhys ricardo richard rick ricky ridley riley rita river riz
rob robert roberta roberto robin rodney rodrigo roger roland roman romola ron ronald ronda ronnie
rooney rory rosa rosalind rosamund rosario rose rosemary rosie ross rowan roy ruben ruby rufus
rupert russell ruth ryan saffron sally salma sam samantha samara samuel sanaa sandra saoirse sara
sarah sasha scarlett scott sean sebastian selena selma serena sergei sergio seth shailene shane
shannon sharon shaun shawn sheila shelley sheryl shia shirley shohreh shonda sidney sienna sierra
sigourney simon simone simu siobhan sissy skye sofia sofía solomon sonia sonoya sophia sophie
soren spencer spike stacey stacy stan stanley stefan stefania stella stellan stephanie stephen
sterling steve steven stewart stuart sue summer sunny susan susanna susannah suzanne sven sydney
sylvester sylvia tabitha taika tamara tami tamsin tania tanya tara taraji tasha tate tatiana
taylor ted tenoch teresa teri terrence terri terry teryl tessa thandie thandiwe thelma theo
theodore theresa thierry thomas thora tiffany tilda tim timothy timothée tina titus tobey tobias
toby todd tom tommy toni tony topher tracee tracey tracy travis trevante trevor trey trisha
tristan troy tyler tyra tyrese tyrone uma una ursula uzo valentina valeria valerie van vanessa
vera vernon veronica vicky victor victoria viggo vikram vince vincent ving viola violet virginia
viveca vivian vivica wagner wallace walt walter walton wanda warren warwick wayne wendell wendy
wes wesley whitney whoopi will willa willem william winona winston wolfgang woody wyatt xavier
yahya yalitza yara yasmin yorgos yuki yvette yvonne zac zach zachary zack zadie zara zazie zendaya
zibby zoe zoey zooey zoë zuleikha
"""
GIVEN_NAMES = frozenset(_NAMES.split())
"""Given names in small letters."""
